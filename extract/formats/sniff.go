package formats

import (
	"bytes"
	"encoding/json"
	"strings"

	"ziping/extract"
	"ziping/extract/htmlin"
)

// Kind is the kind of an input, told from its content.
type Kind string

// The kinds told apart.
const (
	Empty     Kind = "empty"
	Text      Kind = "text"
	XLSX      Kind = "xlsx"
	PDF       Kind = "pdf"
	DOCX      Kind = "docx"
	OFD       Kind = "ofd"
	XLSB      Kind = "xlsb"
	ODF       Kind = "odf" // .odt .ods
	HTML      Kind = "html"
	SheetXML  Kind = "sheet-xml"  // a workbook as one XML file, of Excel 2003
	WordXML   Kind = "word-xml"   // a document as one XML file, of Word 2003
	FlatDOCX  Kind = "flat-docx"  // a DOCX as one XML file
	OfficeXML Kind = "office-xml" // another XML file of Office
	RTF       Kind = "rtf"
	OLE       Kind = "ole"       // .doc .xls .wps .et
	BIFF      Kind = "biff"      // .xls without a container
	Encrypted Kind = "encrypted" // an office file behind a password
	Image     Kind = "image"
	JSON      Kind = "json"    // data of programs
	Summary   Kind = "summary" // of a run of ziping itself
	Archive   Kind = "archive" // .7z .rar .gz .xz, whose members are not read
	Unknown   Kind = "unknown"
)

// namedKind are the endings that promise a kind we know.
var namedKind = map[string]Kind{
	".xlsx": XLSX, ".pdf": PDF, ".docx": DOCX, ".ofd": OFD,
	".xlsm": XLSX, ".docm": DOCX, ".xlsb": XLSB, ".odt": ODF, ".ods": ODF,
	".html": HTML, ".htm": HTML, ".mht": HTML, ".mhtml": HTML, ".xhtml": HTML, ".doc": OLE, ".xls": OLE, ".wps": OLE, ".et": OLE, ".rtf": RTF,
}

// What packed files begin with, and those of the old office programs.
const (
	zipMark = "PK\x03\x04"
	oleMark = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
)

// Sniff tells the kind of an input from its first bytes and, for packed files,
// the parts inside.
func Sniff(data []byte) Kind {
	head := data[:min(len(data), 1024)]
	has := func(s string) bool { return bytes.HasPrefix(data, []byte(s)) }
	switch {
	case len(bytes.TrimSpace(data)) == 0:
		return Empty
	case has(zipMark):
		return sniffZip(data)
	case has(oleMark):
		return sniffOLE(data)
	case rawBIFF(data):
		return BIFF
	case has(`{\rtf`):
		return RTF
	case bytes.Contains(head, []byte("%PDF-")): // some programs put a line before it
		return PDF
	case has("\x89PNG\r\n"), has("\xff\xd8\xff"), has("GIF8"), has("II*\x00"), has("MM\x00*"), has("BM") && notText(head), has("RIFF") && notText(head):
		return Image
	case isArchive(data, head):
		return Archive
	case htmlin.IsArchive(data), looksHTML(data):
		return HTML
	case looksOfficeXML(head):
		return sniffOfficeXML(data)
	case notText(head) && !bytes.HasPrefix(data, []byte("\xff\xfe")) && !bytes.HasPrefix(data, []byte("\xfe\xff")):
		return Unknown
	case looksJSON(data):
		return JSON
	}
	return Text
}

// isArchive reports an archive of a kind that is not looked into.
func isArchive(data, head []byte) bool {
	for _, mark := range []string{"7z\xbc\xaf\x27\x1c", "Rar!\x1a\x07", "\x1f\x8b\x08", "\xfd7zXZ\x00", "\x28\xb5\x2f\xfd", "MSCF\x00\x00\x00\x00"} {
		if bytes.HasPrefix(data, []byte(mark)) {
			return true
		}
	}
	return bytes.HasPrefix(data, []byte("BZh")) && notText(head)
}

// looksJSON reports data of programs: an object, or a list of objects, that is whole.
// Several may follow one another, one to a line.
func looksJSON(data []byte) bool {
	data = bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")), " \t\r\n")
	inside := bytes.TrimLeft(bytes.TrimPrefix(data, []byte("[")), " \t\r\n")
	if !bytes.HasPrefix(inside, []byte("{")) {
		return false
	}
	var first json.RawMessage
	return json.NewDecoder(bytes.NewReader(data)).Decode(&first) == nil
}

// lookInto is how much of a text is searched for tags. Pages saved by office
// programs begin with long style sheets.
const lookInto = 256 << 10

// looksHTML reports a page or a piece of one: it begins with a tag (or a
// comment) and has tags of pages, or it has rows of a table somewhere.
func looksHTML(data []byte) bool {
	data = data[:min(len(data), lookInto)]
	if bytes.IndexByte(data, '<') < 0 {
		return false
	}
	s := ascii(data)
	if strings.Contains(s, "<table") && (strings.Contains(s, "<td") || strings.Contains(s, "<th")) {
		return true
	}
	if !strings.HasPrefix(s, "<") || looksOfficeXML(data) {
		return false
	}
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body", "<table", "<div", "<meta", "<p>", "<p ", "<span", "<center", "<h1", "<h2", "<h3", "<frameset"} {
		if strings.Contains(s, tag) {
			return true
		}
	}
	return false
}

func looksOfficeXML(data []byte) bool {
	s := ascii(data[:min(len(data), 4096)])
	if !strings.HasPrefix(s, "<?xml") && !strings.HasPrefix(s, "<workbook") && !strings.HasPrefix(s, "<ss:workbook") && !strings.HasPrefix(s, "<w:worddocument") && !strings.HasPrefix(s, "<pkg:package") {
		return false
	}
	return strings.Contains(s, "mso-application") || strings.Contains(s, "urn:schemas-microsoft-com:office:spreadsheet") ||
		strings.Contains(s, "schemas.microsoft.com/office/word/2003") || strings.Contains(s, "schemas.microsoft.com/office/2006/xmlpackage")
}

// sniffOfficeXML tells what an XML file of Office is by the name of its root.
func sniffOfficeXML(data []byte) Kind {
	s := ascii(data[:min(len(data), lookInto)])
	for ok := true; ok; {
		var tag string
		if _, s, ok = strings.Cut(s, "<"); !ok || s == "" || s[0] == '?' || s[0] == '!' {
			continue
		}
		tag, _, _ = strings.Cut(s, ">")
		name, _, _ := strings.Cut(strings.Map(blanks, strings.TrimSuffix(tag, "/")), " ")
		if _, local, has := strings.Cut(name, ":"); has {
			name = local
		}
		switch name {
		case "workbook":
			return SheetXML
		case "worddocument":
			return WordXML
		case "package":
			return FlatDOCX
		}
		return OfficeXML
	}
	return OfficeXML
}

func blanks(r rune) rune {
	if r == '\t' || r == '\r' || r == '\n' {
		return ' '
	}
	return r
}

// ascii is the start of a text in lower case without marks, leading blanks and
// the zero bytes of UTF-16.
func ascii(data []byte) string {
	if i := bytes.IndexByte(data, 0); i >= 0 && i < 64 {
		data = bytes.ReplaceAll(data, []byte{0}, nil)
	}
	return strings.ToLower(string(bytes.TrimLeft(data, "\xef\xbb\xbf\xff\xfe \t\r\n\f")))
}

// notText reports control bytes that no text has, unless they are the zero
// bytes of UTF-16, which stand on one side of each pair only.
func notText(head []byte) bool {
	var zeroEven, zeroOdd, ctl int
	for i, c := range head {
		switch {
		case c == 0 && i%2 == 0:
			zeroEven++
		case c == 0:
			zeroOdd++
		case c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1b:
			ctl++
		}
	}
	if zeroEven+zeroOdd > 0 && (zeroEven > 10*zeroOdd || zeroOdd > 10*zeroEven) && ctl*20 < len(head) {
		return false
	}
	return zeroEven+zeroOdd > 0 || ctl*20 > len(head)
}

func noReader(k Kind) *extract.Error {
	e := &extract.Error{Kind: extract.ErrUnsupported}
	switch k {
	case Empty:
		e.Kind = extract.ErrEmpty
		e.Reason = extract.Text{ZH: "文件是空的", EN: "the file is empty"}
		e.Hint = extract.Text{ZH: "请检查原文件是否完整，再复制或导出一次", EN: "check the original and copy or export it again"}
	case PDF:
		e.Reason = extract.Text{ZH: "本版本还不能读取 PDF", EN: "this version does not read PDF yet"}
		e.Hint = extract.Text{ZH: "请在办公软件中把表格另存为 .xlsx，或复制为文本", EN: "save the table as .xlsx from an office program, or copy it as text"}
	case OfficeXML:
		e.Reason = extract.Text{ZH: "不能读取这种 Office XML 文件", EN: "this kind of XML file of Office is not read"}
		e.Hint = extract.Text{ZH: "请另存为 .xlsx 或 .docx", EN: "save it as .xlsx or .docx"}
	case RTF:
		e.Reason = extract.Text{ZH: "不能读取 RTF 文件", EN: "RTF files are not read"}
		e.Hint = extract.Text{ZH: "请用 Word 或 WPS 打开后另存为 .docx", EN: "open it in Word or WPS and save it as .docx"}
	case OFD:
		e.Reason = extract.Text{ZH: "不能读取 OFD 版式文件", EN: "OFD files are not read"}
		e.Hint = extract.Text{ZH: "请转换为 .xlsx 或 PDF", EN: "convert it to .xlsx or PDF"}
	case XLSB:
		e.Reason = extract.Text{ZH: "不能读取二进制工作簿（.xlsb）", EN: "binary workbooks (.xlsb) are not read"}
		e.Hint = extract.Text{ZH: "请另存为 .xlsx", EN: "save it as .xlsx"}
	case ODF:
		e.Reason = extract.Text{ZH: "不能读取 OpenDocument 文件（.odt、.ods）", EN: "OpenDocument files (.odt, .ods) are not read"}
		e.Hint = extract.Text{ZH: "请另存为 .docx 或 .xlsx", EN: "save it as .docx or .xlsx"}
	case OLE:
		e.Reason = extract.Text{ZH: "不能读取旧版办公文件（.doc、.xls、.wps、.et）", EN: "old office files (.doc, .xls, .wps, .et) are not read"}
		e.Hint = extract.Text{ZH: "请另存为 .docx、.xlsx 或 PDF", EN: "save it as .docx, .xlsx or PDF"}
	case BIFF:
		e.Reason = extract.Text{ZH: "不能读取 Excel 4.0 及更早的工作簿，或旧程序照此格式导出的 .xls", EN: "workbooks of Excel 4 and before, or of old programs that export as they did, are not read"}
		e.Hint = extract.Text{ZH: "请用 Excel 或 WPS 打开后另存为 .xlsx", EN: "open it in Excel or WPS and save it as .xlsx"}
	case Encrypted:
		e.Kind = extract.ErrEncrypted
		e.Reason = extract.Text{ZH: "文件设有密码", EN: "the file is protected by a password"}
		e.Hint = extract.Text{ZH: "请用密码打开后另存为不加密的文件", EN: "open it with its password and save it without one"}
	case Image:
		e.Kind = extract.ErrUnknown
		e.Reason = extract.Text{ZH: "是图片，未识别其中的文字", EN: "a picture, whose text was not recognised"}
		e.Hint = extract.Text{ZH: "请用 --ocr auto 识别（精简版没有识别功能），或提供表格的电子版", EN: "recognise it with --ocr auto (a build without recognition cannot), or supply the form as a digital file"}
	case Archive:
		e.Kind = extract.ErrUnknown
		e.Reason = extract.Text{ZH: "是压缩包（7z、rar 等），其中的文件不读取", EN: "an archive (7z, rar and the like), whose members are not read"}
		e.Hint = extract.Text{ZH: "请解压成文件夹，或改为 .zip、.tar.gz 再运行", EN: "unpack it into a folder, or make a .zip or .tar.gz of it"}
	default:
		e.Kind = extract.ErrUnknown
		e.Reason = extract.Text{ZH: "文件类型未知", EN: "a kind of file that is not known"}
		if k == JSON || k == Summary {
			e.Reason = extract.Text{ZH: "是程序用的数据（JSON）或 ziping 的汇总，不是表", EN: "data of programs (JSON), or a summary by ziping, and no form"}
		}
		e.Hint = extract.Text{ZH: "可读取的类型：文本（制表符、CSV、|）、XLSX、PDF、DOCX、HTML、图片（PNG、JPEG、TIFF、BMP、WebP）", EN: "kinds that are read: text (tabs, CSV, |), XLSX, PDF, DOCX, HTML, pictures (PNG, JPEG, TIFF, BMP, WebP)"}
	}
	return e
}

func damagedError(ext string) *extract.Error {
	return &extract.Error{
		Kind:   extract.ErrDamaged,
		Reason: extract.Text{ZH: "文件名像是 " + ext + "，内容却不是", EN: "the name says " + ext + ", the content does not"},
		Hint:   extract.Text{ZH: "文件可能损坏，请重新取得或另存一次", EN: "the file may be damaged; fetch or save it again"},
	}
}
