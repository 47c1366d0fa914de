package pdfin

import (
	"fmt"
	"strings"

	"ziping/extract"
	"ziping/extract/pdfin/evidence"
	"ziping/extract/pdfin/signs"
	"ziping/extract/recognise"
)

// warner adds warnings to a Document.
type warner struct {
	lang extract.Lang
	doc  *extract.Document
}

// warn adds a warning. Warnings of a page name it in their message.
func (r warner) warn(code, zh, en string, args ...any) {
	msg := extract.Text{ZH: fmt.Sprintf(zh, args...), EN: fmt.Sprintf(en, args...)}
	r.doc.Warnings = append(r.doc.Warnings, extract.Warning{Code: code, Message: msg.In(r.lang)})
}

// pageWarnings says what is odd about a page.
func (r warner) pageWarnings(p *onePage) {
	n := p.page.Number
	switch {
	case p.page.Origin == extract.OriginScanned && p.layer == 0:
		r.warn(extract.WarnNeedsRecognition, "第 %d 页是图片，未识别其中的文字", "page %d is a picture; its text was not recognised", n)
	case len(p.pictures) > 0:
		r.warn(extract.WarnNeedsRecognition, "第 %d 页有图片，图中的文字未识别", "page %d holds a picture; its text was not recognised", n)
	}
	if p.fromPicture > 0 {
		r.warn("recognised", "第 %d 页有 %d 个字由图片识别得出，请与原件核对", "page %d: %d characters were recognised from a picture; please compare them with the original", n, p.fromPicture)
	}
	switch {
	case p.layer > 0 && p.ours:
		r.warn("ocr-layer", "第 %d 页有 %d 个字来自图片上的文字层，是 ziping 以前识别的，请与原件核对", "page %d: %d characters come from the text layer over a picture, which ziping recognised before; please compare them with the original", n, p.layer)
	case p.layer > 0:
		r.warn("ocr-layer", "第 %d 页有 %d 个字来自图片下的隐藏文字层，是别的程序识别的，未经核实", "page %d: %d characters come from a hidden layer over a picture, recognised by another program and not verified", n, p.layer)
	}
	if p.unseen > 0 {
		r.warn("hidden-text", "第 %d 页有 %d 个字在纸面上看不见（与底色相同、不着墨、被遮盖、被裁去或在纸外），列在表外：%s", "page %d: %d characters cannot be seen on paper (in the colour of the ground, without ink, covered, clipped off or beside the page) and are listed outside the tables: %s", n, p.unseen, shorten(p.unseenText))
	}
	if p.off > 0 {
		r.warn("layer-off", "第 %d 页有 %d 个字在关闭的图层上，纸面上没有，未读入", "page %d: %d characters lie on layers that are switched off; they are not on the paper and were left out", n, p.off)
	}
	if p.filled > 0 {
		r.warn("field-without-look", "第 %d 页的表单域没有写明外观，%d 个字按域的位置放入", "page %d: form fields do not say how they look; %d characters were placed by the fields' boxes", n, p.filled)
	}
	if len(p.unshown) > 0 {
		r.warn("field-not-shown", "第 %d 页有 %d 个表单域的值没有画出来，纸面上没有，未读入：%s", "page %d: the values of %d form fields are not drawn; they are not on the paper and were left out: %s", n, len(p.unshown), shorten(strings.Join(p.unshown, "; ")))
	}
	r.markWarnings(p)
	if count := p.count(private); count > 0 {
		r.warn("no-unicode-map", "第 %d 页有 %d 个字用了私用区的编码，是什么字只有字体知道，照原样列出", "page %d: %d characters have codes of private use, which only their font knows; they are given as they are", n, count)
	}
	if count := evidence.Count(p.chars, evidence.Sealed); count > 0 {
		r.warn("under-seal", "第 %d 页有 %d 个字被印章盖住，按文字层读入，请核对", "page %d: a seal covers %d characters, which were taken from the text layer; please check them", n, count)
	}
	if count := evidence.Count(p.chars, evidence.Overprinted); count > 0 {
		r.warn("overprinted", "第 %d 页有数字印在别的数字上，%d 个分不清，读作 �", "page %d: figures are printed on other figures; %d cannot be told and are �", n, count)
	}
	if p.turn != 0 {
		r.warn("page-turned", "第 %d 页横着印，已转正 %d° 后读取", "page %d is printed sideways and was read turned by %d°", n, p.turn*90)
	}
	r.nameWarnings(p)
	if count := evidence.Count(p.chars, evidence.OtherFigure, evidence.ManyForOne); count > 0 {
		r.warn("text-layer-lies", "第 %d 页的文字层与字形不符：%d 个数字的字形不是文字层所说的数字，按字形读出，不能确定的为 �", "page %d: the text layer does not fit what is drawn: %d figures are drawn as others than it says; they were read by what is drawn, or are �", n, count)
	}
	if p.across != "" {
		r.warn("watermark", "第 %d 页有水印或印章的字，列在表外：%s", "page %d has a watermark or the words of a seal, listed outside the tables: %s", n, shorten(p.across))
	}
	if len(p.apart) > 0 && p.unseen == 0 && p.across == "" {
		r.warn("slanted-text", "第 %d 页有斜排的文字（水印等），列在表外：%s", "page %d has slanted text (a watermark or the like), listed outside the tables: %s", n, shorten(p.apart[0].Text))
	}
}

// secondWarning tells of a layer over a page that was read from its picture.
func (r warner) secondWarning(p *onePage, page *recognise.Page) {
	n := p.page.Number
	switch {
	case p.layer == 0:
	case p.ours:
		r.warn("ocr-layer", "第 %d 页的文字层是 ziping 写的，未采用，已按图片重新识别", "page %d: its text layer was written by ziping and was not used; the picture was read again", n)
	default:
		r.warn("ocr-layer", "第 %d 页有别的程序识别的隐藏文字层：以图片为准，文字层只用作数字的第二次读数（%d 个相同，%d 个不同）", "page %d has a hidden layer that another program recognised: the picture was read, and the layer only taken for a second reading of the figures (%d the same, %d not)", n, page.Alike, page.Unlike)
	}
}

// nameWarnings tells of characters that the file does not name.
func (r warner) nameWarnings(p *onePage) {
	n := p.page.Number
	unnamed := evidence.Count(p.chars, evidence.Program, evidence.BlankWithInk, evidence.WrongInk, evidence.TooWide)
	unreadable := p.count(func(text rune) bool { return text == signs.Unreadable })
	switch {
	case unnamed > 0 && unreadable == 0:
		r.warn("no-unicode-map", "第 %d 页有 %d 个字在文件里没有说明是什么字，已按内嵌字体读出", "page %d: the file does not say what %d characters are; they were read from the embedded font", n, unnamed)
	case unnamed > 0:
		r.warn("no-unicode-map", "第 %d 页有 %d 个字在文件里没有说明是什么字；%d 个已按内嵌字体读出，其余为 �", "page %d: the file does not say what %d characters are; %d were read from the embedded font, the others are �", n, unnamed, unnamed-unreadable)
	}
}

// markWarnings tells of what marks of the content say.
func (r warner) markWarnings(p *onePage) {
	n := p.page.Number
	if count := evidence.Count(p.chars, evidence.MarkedOnly); count > 0 {
		r.warn("actual-text", "第 %d 页有 %d 个字在字体里没有说明是什么字，按文件的替代文字（ActualText）读出，未经核实", "page %d: fonts do not say what %d characters are; they were read from the file's replacement text (ActualText) and not verified", n, count)
	}
	if len(p.differing) == 0 {
		return
	}
	var list []string
	for _, d := range p.differing[:min(len(p.differing), 5)] {
		list = append(list, fmt.Sprintf("%s≠%s", shorten(d.Drawn), shorten(d.Said)))
	}
	r.warn("actual-text", "第 %d 页有 %d 处数字，文件的替代文字（ActualText）与印出的不同，按印出的读取：%s", "page %d: at %d places the file's replacement text (ActualText) has other figures than are drawn; the drawn ones were read: %s", n, len(p.differing), strings.Join(list, "; "))
}

// maxPlaces bounds the warnings that name a cell each.
const maxPlaces = 50

// unreadablePlaces names the cells and lines that hold characters nobody can read.
func (r warner) unreadablePlaces() {
	places := 0
	add := func(text string, at extract.Ref) {
		if !strings.ContainsRune(text, signs.Unreadable) {
			return
		}
		if places++; places > maxPlaces {
			return
		}
		msg := extract.Text{ZH: "文件没有说明这里的字是什么：" + shorten(text), EN: "the file does not say what the characters here are: " + shorten(text)}
		r.doc.Warnings = append(r.doc.Warnings, extract.Warning{Code: "no-unicode-map", Message: msg.In(r.lang), At: &at})
	}
	for t := range r.doc.Tables {
		for c := range r.doc.Tables[t].Cells {
			cell := &r.doc.Tables[t].Cells[c]
			add(cell.Text, extract.CellRef(t, cell))
		}
	}
	for i := range r.doc.Lines {
		add(r.doc.Lines[i].Text, extract.LineRef(i, &r.doc.Lines[i]))
	}
	if places > maxPlaces {
		r.warn("no-unicode-map", "另有 %d 处同样的字", "%d more such places", places-maxPlaces)
	}
}

func shorten(s string) string {
	if r := []rune(s); len(r) > 30 {
		return string(r[:30]) + "…"
	}
	return s
}

// ranges writes page numbers as 1-3,7.
func ranges(pages []int) string {
	var b strings.Builder
	for i := 0; i < len(pages); i++ {
		from := i
		for i+1 < len(pages) && pages[i+1] == pages[i]+1 {
			i++
		}
		if b.Len() > 0 {
			b.WriteByte(',')
		}
		fmt.Fprint(&b, pages[from])
		if i > from {
			fmt.Fprintf(&b, "-%d", pages[i])
		}
	}
	return b.String()
}
