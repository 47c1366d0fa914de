package opc

import "testing"

func TestKey(t *testing.T) {
	for name, want := range map[string]string{
		"xl/workbook.xml": "xl/workbook.xml", `XL\Workbook.xml`: "xl/workbook.xml", "/xl/./a.xml": "xl/a.xml", `\xl\..\a.xml`: "a.xml",
		"xl/%E8%A1%A8.xml": "xl/表.xml", "100%.xml": "100%.xml", "%2": "%2", "": "",
	} {
		if got := key(name); got != want {
			t.Errorf("%q: got %q want %q", name, got, want)
		}
	}
}
