package opcout

import "testing"

func TestWithNames(t *testing.T) {
	names := []Name{{"form_1", -1, "'表'!$A$1:$B$2"}, {"_xlnm.Print_Titles", 0, "'a&b'!$1:$1"}}
	const made = `<definedName name="form_1">&#39;表&#39;!$A$1:$B$2</definedName><definedName localSheetId="0" name="_xlnm.Print_Titles">&#39;a&amp;b&#39;!$1:$1</definedName>`
	for in, want := range map[string]string{
		"<workbook><sheets/></sheets><calcPr/></workbook>":                                      "<workbook><sheets/></sheets><definedNames>" + made + "</definedNames><calcPr/></workbook>",
		"<sheets></sheets><definedNames><definedName name=\"x\">1</definedName></definedNames>": "<sheets></sheets><definedNames>" + made + "<definedName name=\"x\">1</definedName></definedNames>",
	} {
		if got := string(withNames([]byte(in), names)); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}
