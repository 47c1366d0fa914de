package formats

import (
	"bytes"
	"strings"

	"ziping/extract"
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
	HTML      Kind = "html"
	RTF       Kind = "rtf"
	OLE       Kind = "ole"       // .doc .xls .wps .et
	Encrypted Kind = "encrypted" // an office file behind a password
	Image     Kind = "image"
	Unknown   Kind = "unknown"
)

// namedKind are the endings that promise a kind we know.
var namedKind = map[string]Kind{
	".xlsx": XLSX, ".pdf": PDF, ".docx": DOCX, ".ofd": OFD,
	".html": HTML, ".htm": HTML, ".doc": OLE, ".xls": OLE, ".wps": OLE, ".et": OLE, ".rtf": RTF,
}

// Sniff tells the kind of an input from its first bytes and, for packed files,
// the names inside.
func Sniff(data []byte) Kind {
	head := data[:min(len(data), 1024)]
	has := func(s string) bool { return bytes.HasPrefix(data, []byte(s)) }
	switch {
	case len(bytes.TrimSpace(data)) == 0:
		return Empty
	case bytes.Contains(head, []byte("%PDF-")):
		return PDF
	case has("PK\x03\x04"):
		return sniffZip(data)
	case has("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
		if bytes.Contains(data, utf16le("EncryptedPackage")) {
			return Encrypted
		}
		return OLE
	case has(`{\rtf`):
		return RTF
	case has("\x89PNG\r\n"), has("\xff\xd8\xff"), has("GIF8"), has("II*\x00"), has("MM\x00*"), has("BM") && binary(head), has("RIFF") && binary(head):
		return Image
	case looksHTML(head):
		return HTML
	case binary(head) && !bytes.HasPrefix(data, []byte("\xff\xfe")) && !bytes.HasPrefix(data, []byte("\xfe\xff")):
		return Unknown
	}
	return Text
}

func sniffZip(data []byte) Kind {
	// The names stand in the local headers and again in the directory at the
	// end; a truncated file still has the first.
	switch {
	case bytes.Contains(data, []byte("xl/workbook")), bytes.Contains(data, []byte("xl/worksheets")):
		return XLSX
	case bytes.Contains(data, []byte("word/document")):
		return DOCX
	case bytes.Contains(data, []byte("OFD.xml")):
		return OFD
	}
	return Unknown
}

func looksHTML(head []byte) bool {
	s := strings.ToLower(string(bytes.TrimLeft(head, "\xef\xbb\xbf \t\r\n")))
	for _, p := range []string{"<!doctype html", "<html", "<head", "<body", "<table", "<?xml", "<div", "<meta"} {
		if strings.HasPrefix(s, p) {
			return strings.Contains(s, "<html") || p != "<?xml"
		}
	}
	return false
}

// binary reports control bytes that no text has, unless they are the zero
// bytes of UTF-16, which stand on one side of each pair only.
func binary(head []byte) bool {
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

func utf16le(s string) []byte {
	out := make([]byte, 0, 2*len(s))
	for i := range len(s) {
		out = append(out, s[i], 0)
	}
	return out
}

func noReader(k Kind) *extract.Error {
	e := &extract.Error{Kind: extract.ErrUnsupported}
	switch k {
	case Empty:
		e.Kind = extract.ErrEmpty
		e.Reason = extract.Text{ZH: "文件是空的", EN: "the file is empty"}
		e.Hint = extract.Text{ZH: "请检查原文件是否完整,再复制或导出一次", EN: "check the original and copy or export it again"}
	case PDF:
		e.Reason = extract.Text{ZH: "本版本还不能读取 PDF", EN: "this version does not read PDF yet"}
		e.Hint = extract.Text{ZH: "请在办公软件中把表格另存为 .xlsx,或复制为文本", EN: "save the table as .xlsx from an office program, or copy it as text"}
	case DOCX, HTML, RTF:
		e.Reason = extract.Text{ZH: "本版本还不能读取 " + strings.ToUpper(string(k)), EN: "this version does not read " + strings.ToUpper(string(k)) + " yet"}
		e.Hint = extract.Text{ZH: "请把表格另存为 .xlsx,或复制为文本", EN: "save the table as .xlsx, or copy it as text"}
	case OFD:
		e.Reason = extract.Text{ZH: "不能读取 OFD 版式文件", EN: "OFD files are not read"}
		e.Hint = extract.Text{ZH: "请转换为 .xlsx 或 PDF", EN: "convert it to .xlsx or PDF"}
	case OLE:
		e.Reason = extract.Text{ZH: "不能读取旧版办公文件(.doc、.xls、.wps、.et)", EN: "old office files (.doc, .xls, .wps, .et) are not read"}
		e.Hint = extract.Text{ZH: "请另存为 .docx、.xlsx 或 PDF", EN: "save it as .docx, .xlsx or PDF"}
	case Encrypted:
		e.Kind = extract.ErrEncrypted
		e.Reason = extract.Text{ZH: "文件设有密码", EN: "the file is protected by a password"}
		e.Hint = extract.Text{ZH: "请用密码打开后另存为不加密的文件", EN: "open it with its password and save it without one"}
	case Image:
		e.Kind = extract.ErrUnknown
		e.Reason = extract.Text{ZH: "是图片,没有可读的文字", EN: "a picture; it holds no text to read"}
		e.Hint = extract.Text{ZH: "请提供表格的电子版", EN: "supply the form as a digital file"}
	default:
		e.Kind = extract.ErrUnknown
		e.Reason = extract.Text{ZH: "不认识的文件类型", EN: "a kind of file that is not known"}
		e.Hint = extract.Text{ZH: "可读取的类型:文本(制表符、CSV、|)、XLSX、PDF", EN: "kinds that are read: text (tabs, CSV, |), XLSX, PDF"}
	}
	return e
}

func damagedError(k Kind) *extract.Error {
	return &extract.Error{
		Kind:   extract.ErrDamaged,
		Reason: extract.Text{ZH: "文件名像是 " + string(k) + ",内容却不是", EN: "the name says " + string(k) + ", the content does not"},
		Hint:   extract.Text{ZH: "文件可能损坏,请重新取得或另存一次", EN: "the file may be damaged; fetch or save it again"},
	}
}
