// Package htmlin reads web pages, fragments of pages, pages saved by office
// programs and web archives (MHTML): tables with their spans, and the text
// outside them as lines.
//
//	doc, err := htmlin.Read(data, extract.Options{Limits: extract.DefaultLimits()})
//
// What a browser would not show is left out and, where it has text, said by a
// warning. Style sheets are looked at for nothing but classes that hide or draw
// tables. A cell that is there and not seen stays, blank: see seen.go.
//
// Tables drawn by style sheets are read where class, id or style say display:
// table-row and table-cell, or the columns of a grid, or roles do.
//
// Known gaps: what style sheets outside the page draw, and what flexible boxes
// put side by side, are lines; pages whose content a script would load are empty.
package htmlin

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html"

	"ziping/extract"
	"ziping/extract/charset"
	"ziping/extract/draft"
	"ziping/extract/flow"
)

// readerName is the reader's name in Document.Source.
const readerName = "htmlin"

const (
	maxBytes = 32 << 20 // of one page; the tree takes several times that
	maxTags  = 500_000  // of one page; three attributes weigh as much as a tag
)

// Read reads a page or web archive. Errors are *extract.Error.
func Read(data []byte, o extract.Options) (*extract.Document, error) {
	if limit := min(o.Limits.Bytes, maxBytes); int64(len(data)) > limit && !IsArchive(data) || int64(len(data)) > o.Limits.Bytes {
		return nil, extract.LimitError(int(limit>>20), extract.Text{ZH: "MB", EN: "MB"})
	}
	pages := []page{{data: data}}
	mediaType := "text/html"
	if IsArchive(data) {
		var err error
		if pages, err = unpack(data); err != nil {
			return nil, err
		}
		mediaType = "multipart/related"
	}
	d := draft.New(readerName, mediaType, o)
	frames := false
	for _, p := range pages {
		p.packed = len(pages) > 1
		framed, err := readPage(d, p)
		if err != nil {
			return nil, err
		}
		frames = frames || framed
	}
	if d.Empty() {
		return nil, emptyError(frames)
	}
	return d.Document(), nil
}

// page is one page and the encoding it is said to be in, "" for unknown.
type page struct {
	data  []byte
	label string
	cut   bool // breaks off
	// packed says that other pages lie beside it in the archive.
	packed bool
}

func readPage(d *draft.Draft, p page) (frames bool, err error) {
	if len(p.data) > maxBytes {
		return false, extract.LimitError(maxBytes>>20, extract.Text{ZH: "MB", EN: "MB"})
	}
	label := p.label
	if own := declared(p.data); own != "" {
		label = own
	}
	text, notes, err := charset.DecodeDeclared(p.data, label)
	if err != nil {
		return false, err
	}
	if strings.Count(text, "<")+strings.Count(text, "=")/3 > maxTags {
		return false, extract.LimitError(maxTags, extract.Text{ZH: "个标签", EN: "tags"})
	}
	text, whole := plain(rowsAlone(text))
	root, err := parse(text)
	if err != nil {
		return false, err
	}
	d.Page(extract.OriginText)
	for _, n := range notes {
		d.Warn(n.Code, n.Message, nil)
	}
	tables := d.Tables()
	w := walker{rules: readRules(root)}
	if err := flow.Write(d, w.body(root)); err != nil {
		return false, err
	}
	if !whole || p.cut {
		d.Warn("truncated", extract.Text{
			ZH: "网页在中间断开，末尾可能缺内容",
			EN: "the page ends in the middle; its end may be missing",
		}, nil)
	}
	if p.packed {
		w.frames = 0 // the pages in them are parts as well
	}
	w.warn(d)
	if w.unplaced > 1 && d.Tables() == tables {
		d.Warn("css-columns", extract.Text{
			ZH: "网页用样式（CSS）排成表格的样子，哪些文字同在一列无法确定，已按行读取",
			EN: "style sheets (CSS) make this page look like a table; which texts share a column cannot be told, and they were read as lines",
		}, nil)
	}
	return w.frames > 0, nil
}

// rowsAlone puts rows or cells without a table, as a piece of a page may have
// them, into one; a browser would drop their tags.
func rowsAlone(text string) string {
	cells := strings.Contains(text, "<td") || strings.Contains(text, "<TD")
	if !cells || strings.Contains(text, "<table") || strings.Contains(text, "<TABLE") || strings.Contains(text, "<Table") || strings.Contains(text, "<body") || strings.Contains(text, "<BODY") {
		return text
	}
	return "<table>" + text + "</table>"
}

// parse builds the tree of a page.
func parse(text string) (*html.Node, error) { return fenced(html.Parse, text) }

// fenced is where defects of the library on hostile pages end.
func fenced(parse func(io.Reader) (*html.Node, error), text string) (root *html.Node, err error) {
	defer func() {
		if p := recover(); p != nil {
			root, err = nil, extract.Caught("html", p)
		}
	}()
	root, err = parse(strings.NewReader(text))
	if err != nil {
		return nil, tooDeep(err)
	}
	return root, nil
}

func (w *walker) warn(d *draft.Draft) {
	if w.hidden > 0 {
		d.Warn("hidden-text", extract.Text{
			ZH: fmt.Sprintf("网页中有 %d 处隐藏的文字未读取，第一处是“%s”", w.hidden, w.firstHidden),
			EN: fmt.Sprintf("%d hidden texts of the page were not read, the first being %q", w.hidden, w.firstHidden),
		}, nil)
	}
	if w.frames > 0 {
		d.Warn("frame", extract.Text{
			ZH: "网页引用了别的网页（框架），其中的内容未读取",
			EN: "the page shows other pages in frames; what is in them was not read",
		}, nil)
	}
}

func tooDeep(err error) *extract.Error {
	return &extract.Error{
		Kind:   extract.ErrLimit,
		Reason: extract.Text{ZH: "网页的标签嵌套超过上限 512 层", EN: "the page's tags are nested deeper than the limit of 512"},
		Hint:   extract.Text{ZH: "请在浏览器中打开，只复制自评表部分到 .xlsx", EN: "open it in a browser and copy the form alone into an .xlsx"},
		Err:    err,
	}
}

func emptyError(frames bool) *extract.Error {
	if frames {
		return &extract.Error{
			Kind:   extract.ErrEmpty,
			Reason: extract.Text{ZH: "网页只有框架，内容在同名的“.files”文件夹里", EN: "the page holds frames only; its content lies in the .files folder beside it"},
			Hint:   extract.Text{ZH: "请读取该文件夹中的 sheet001.htm 等文件，或另存为 .xlsx", EN: "read sheet001.htm and its neighbours in that folder, or save it as .xlsx"},
		}
	}
	return &extract.Error{
		Kind:   extract.ErrEmpty,
		Reason: extract.Text{ZH: "网页里没有文字", EN: "the page holds no text"},
		Hint:   extract.Text{ZH: "内容可能由脚本载入；请在浏览器中打开后另存，或复制到 .xlsx", EN: "a script may load its content; open it in a browser and save it from there, or copy it into an .xlsx"},
	}
}

// headBytes is how far into a page its encoding is looked for.
const headBytes = 16 << 10

// declared is the encoding a page names in its head, or "".
func declared(data []byte) string {
	z := html.NewTokenizer(bytes.NewReader(data[:min(len(data), headBytes)]))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return charset.XMLEncoding(data)
		case html.StartTagToken, html.SelfClosingTagToken:
			name, more := z.TagName()
			if string(name) == "body" || string(name) == "table" {
				return charset.XMLEncoding(data)
			}
			if string(name) != "meta" {
				continue
			}
			var content string
			isType := false
			for more {
				var k, v []byte
				k, v, more = z.TagAttr()
				switch string(k) {
				case "charset":
					return string(v)
				case "http-equiv":
					isType = strings.EqualFold(string(v), "content-type")
				case "content":
					content = string(v)
				}
			}
			if _, label, ok := strings.Cut(strings.ToLower(content), "charset="); isType && ok {
				return strings.Trim(label, ` "';`)
			}
		}
	}
}
