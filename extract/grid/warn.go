package grid

import (
	"fmt"

	"ziping/extract"
)

// maxDoubtful is how many places a table, or the lines of a page, are warned of
// one by one. The cells themselves have confidence 0 in any case.
const maxDoubtful = 20

// doubtful warns of text that the file does not vouch for.
func doubtful(at []extract.Ref, lang extract.Lang) []extract.Warning {
	var out []extract.Warning
	for i := range at {
		text := extract.Text{
			ZH: "此处文字在文件中没有可靠的字符编码，可能有误",
			EN: "the file does not vouch for the characters here; they may be wrong",
		}
		if i+1 == maxDoubtful && len(at) > maxDoubtful {
			text = extract.Text{
				ZH: fmt.Sprintf("从此处起还有 %d 处文字没有可靠的字符编码，可能有误", len(at)-i),
				EN: fmt.Sprintf("the file does not vouch for the characters of %d places from here on", len(at)-i),
			}
		}
		out = append(out, extract.Warning{Code: "doubtful-text", Message: text.In(lang), At: &at[i]})
		if i+1 == maxDoubtful {
			break
		}
	}
	return out
}

// rimWarning says that the headings of a spreadsheet were taken off a page.
func rimWarning(page int, lang extract.Lang) extract.Warning {
	text := extract.Text{
		ZH: fmt.Sprintf("第 %d 页印有电子表格的行号和列标，不是表的内容，列在表外", page),
		EN: fmt.Sprintf("page %d has the headings of a spreadsheet, letters and numbers, which are no part of the form and are listed outside the tables", page),
	}
	return extract.Warning{Code: "sheet-headings", Message: text.In(lang)}
}
