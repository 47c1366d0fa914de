package pipeline

import (
	"bytes"
	"regexp"

	"ziping/extract"
	"ziping/extract/formats"
	"ziping/extract/opc"
	"ziping/render/mdout"
)

// What ziping itself wrote is no form to audit: a corrected workbook has no errors left,
// a summary tells of other files. In a folder it is skipped; who names it is told what
// it is. It is known by the marks that its writers leave, so a copy elsewhere is known
// too. Tables as CSV or TSV bear no mark.

// own is an output of ziping.
type own struct {
	what    extract.Text
	form    bool // it shows a form, which can be read
	resaved bool // another program has saved it since
}

var (
	ownWorkbook   = extract.Text{ZH: "更正后的工作簿", EN: "a corrected workbook"}
	ownPDF        = extract.Text{ZH: "更正后的 PDF", EN: "a corrected PDF"}
	ownSearchable = extract.Text{ZH: "加了文字层的扫描件", EN: "a scan with its text laid over it"}
	ownTables     = extract.Text{ZH: "抽取出来的表格", EN: "extracted tables"}
	ownPaper      = extract.Text{ZH: "审计工作底稿", EN: "a working paper"}
	ownSummary    = extract.Text{ZH: "汇总表", EN: "a summary"}
	ownJSON       = extract.Text{ZH: "JSON 结果", EN: "a result as JSON"}
	ownAccount    = extract.Text{ZH: "台账", EN: "an account"}
	ownReport     = extract.Text{ZH: "核对报告", EN: "a report"}
)

// warnOwn is the code of the warning that an input was written by ziping.
const warnOwn = "own-output"

// ownOutput tells whether ziping wrote a file.
func ownOutput(data []byte) *own {
	switch kind := formats.Sniff(data); kind {
	case formats.XLSX, formats.DOCX, formats.Summary:
		return ownPackage(data, kind)
	case formats.PDF:
		switch {
		case bytes.Contains(data, []byte("/ZipingLayer ")):
			return &own{what: ownSearchable, form: true}
		case bytes.Contains(data, []byte("<pdf:Producer>ziping ")):
			return &own{what: ownPDF, form: true}
		}
	case formats.HTML:
		if bytes.Contains(data[:min(len(data), markWithin)], []byte(`<meta name="generator" content="ziping">`)) {
			return &own{what: ownTables, form: true}
		}
	case formats.Text, formats.JSON:
		return ownText(data)
	}
	return nil
}

// markWithin is where the mark of a text stands at the latest.
const markWithin = 1024

var (
	ownSchema  = regexp.MustCompile(`^\s*\{\s*"schema":\s*"ziping\.`)
	ownLog     = regexp.MustCompile(`"name":\s*"ziping"`)
	ownJournal = regexp.MustCompile(`^\{"path":"[^"]*",("sha256":"[0-9a-f]{64}",)?"status":"(ok|partial|failed|skipped)",`)
)

// ownText knows the JSON, the account, SARIF logs and Markdown reports.
func ownText(data []byte) *own {
	head := data[:min(len(data), markWithin)]
	head = bytes.TrimPrefix(head, []byte("\ufeff"))
	switch {
	case ownSchema.Match(head):
		return &own{what: ownJSON}
	case ownJournal.Match(head):
		return &own{what: ownAccount}
	case bytes.Contains(head, []byte("sarif")) && ownLog.Match(head):
		return &own{what: ownReport}
	}
	for _, h := range []string{mdout.Heading.ZH, mdout.Heading.EN} {
		if bytes.HasPrefix(head, []byte("# "+h+"\n")) {
			return &own{what: ownReport}
		}
	}
	return nil
}

// Marks in the properties of packed files.
var (
	creatorMark = regexp.MustCompile(`<dc:creator>ziping( [^<]*)?</dc:creator>`)
	sourceMark  = regexp.MustCompile(`<dc:description>[^<]*SHA-256`)
	programMark = regexp.MustCompile(`<Application>Go Excelize</Application>`)
)

// mostProperties is how much of a part of properties is looked at.
const mostProperties = 64 << 10

// ownPackage knows workbooks and documents by who their properties say made them. What
// another program saved says so too.
func ownPackage(data []byte, kind formats.Kind) *own {
	limits := extract.DefaultLimits()
	limits.Bytes = int64(len(data))
	p, err := opc.Open(data, string(kind), limits)
	if err != nil {
		return nil // its reader says why
	}
	properties := func(name string) []byte {
		text, _ := p.Bytes("docProps/"+name+".xml", mostProperties)
		return text
	}
	core, app := properties("core"), properties("app")
	switch {
	case !creatorMark.Match(core):
		return nil
	case kind == formats.DOCX:
		return &own{what: ownPaper, resaved: app != nil} // ours has no such part
	case sourceMark.Match(core):
		return &own{what: ownWorkbook, form: true, resaved: !programMark.Match(app)}
	}
	return &own{what: ownSummary, resaved: !programMark.Match(app)}
}

// said is what the file is, in a sentence.
func (o *own) said() extract.Text {
	out := extract.Text{ZH: "这是 ziping 写出的" + o.what.ZH, EN: "ziping wrote this: " + o.what.EN}
	if o.resaved {
		out.ZH += "，之后被别的程序改过、保存过"
		out.EN += ", changed and saved by another program since"
	}
	return out
}

// error is why there is no form to audit in it.
func (o *own) error() *extract.Error {
	said := o.said()
	e := &extract.Error{
		Kind:   extract.ErrNotAForm,
		Reason: extract.Text{ZH: said.ZH + "，不是自评表原件", EN: said.EN + "; it is no original form"},
		Hint:   extract.Text{ZH: "请核对原件", EN: "check the original"},
	}
	if o.form {
		e.Hint.ZH += "；要核对这个文件中的表，请在命令行写出它的名称"
		e.Hint.EN += "; to check the form in this file, name it on the command line"
	}
	return e
}

// warning says of an output that was named what is being audited.
func (o *own) warning(lang extract.Lang) extract.Warning {
	said := o.said()
	return extract.Warning{Code: warnOwn, Message: extract.Text{ZH: said.ZH + "；核对的是其中的内容，不是原件", EN: said.EN + "; what it shows is audited, not the original"}.In(lang)}
}
