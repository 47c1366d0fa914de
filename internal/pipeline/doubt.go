package pipeline

import (
	"fmt"
	"slices"

	"ziping/extract"
	"ziping/extract/tabin"
	"ziping/normalize"
	"ziping/normalize/read"
)

// excerpt is how much of a doubtful text a message quotes.
const excerpt = 24

// noForm says why no form was found: the input has the words of one and cannot
// be read with certainty, or it holds none.
func noForm(doc *extract.Document, pos extract.Positions) *extract.Error {
	d, ok := read.Refused(doc)
	if !ok && unrecognised(doc) {
		return inAPicture()
	}
	if !ok {
		return notAForm()
	}
	e := &extract.Error{Kind: extract.ErrAmbiguous, Reason: d.Reason}
	if doc.Source.Reader != tabin.Name {
		e.Place = pageOf(d)
		e.Hint = extract.Text{
			ZH: "请改用表格的原文件（.xlsx、.docx），或有框线的版本",
			EN: "use the file the table was made in (.xlsx, .docx), or a version with rulings",
		}
		return e
	}
	e.Place = lineOf(d, pos)
	e.Hint = extract.Text{
		ZH: "请从原网页或原文件重新复制表格（保留制表符），或另存为 .xlsx、.docx、PDF 再处理",
		EN: "copy the table again from its page or file with its tabs kept, or save it as .xlsx, .docx or PDF",
	}
	return e
}

// unrecognised reports an input of which text in pictures was not read: the form may
// be there.
func unrecognised(doc *extract.Document) bool {
	return slices.ContainsFunc(doc.Warnings, func(w extract.Warning) bool { return w.Code == extract.WarnNeedsRecognition })
}

// pageOf names the page, where there are any, and quotes the text.
func pageOf(d normalize.Doubt) extract.Text {
	q := d.Excerpt(excerpt)
	if d.At.Page < 1 {
		return extract.Text{ZH: fmt.Sprintf("“%s”", q), EN: fmt.Sprintf("“%s”", q)}
	}
	return extract.Text{
		ZH: fmt.Sprintf("第 %d 页“%s”", d.At.Page, q),
		EN: fmt.Sprintf("page %d, “%s”", d.At.Page, q),
	}
}

// lineOf names the line of a text and quotes it.
func lineOf(d normalize.Doubt, lines extract.Positions) extract.Text {
	n := d.At.Row + 1
	if d.At.IsLine() {
		n = d.At.Line + 1
	}
	if p, ok := lines[d.At.Key()]; ok {
		n = p.Line
	}
	q := d.Excerpt(excerpt)
	return extract.Text{
		ZH: fmt.Sprintf("第 %d 行“%s”", n, q),
		EN: fmt.Sprintf("line %d, “%s”", n, q),
	}
}

// doubts tells of the places that were left out because they can be read in
// several ways.
func doubts(forms []normalize.Form, lang extract.Lang) []extract.Warning {
	var out []extract.Warning
	for i := range forms {
		for _, d := range forms[i].Doubts {
			at := d.At
			msg := extract.Text{
				ZH: fmt.Sprintf("“%s”：%s", d.Excerpt(excerpt), d.Reason.ZH),
				EN: fmt.Sprintf("“%s”: %s", d.Excerpt(excerpt), d.Reason.EN),
			}
			out = append(out, extract.Warning{Code: extract.WarnAmbiguous, Message: msg.In(lang), At: &at})
		}
	}
	return out
}
