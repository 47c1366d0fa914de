package recognise

import (
	"fmt"

	"ziping/extract"
	"ziping/extract/scan"
)

// warnPoor is the code of the warning that a page cannot be made out.
const warnPoor = "page-poor"

// unread counts the lines of which nothing could be read.
func (p *Page) unread() (n int) {
	for i := range p.lines {
		if p.lines[i].reading.Text() == "" {
			n++
		}
	}
	return n
}

// warn says how the page was read and what of it was not.
func (p *Page) warn(o Options, q scan.Quality) {
	say := func(code, zh, en string, args ...any) {
		msg := extract.Text{ZH: fmt.Sprintf(zh, args...), EN: fmt.Sprintf(en, args...)}
		p.Warnings = append(p.Warnings, extract.Warning{Code: code, Message: msg.In(o.Lang)})
	}
	if p.Poor {
		say(warnPoor, "第 %d 页的图像太差（约 %d dpi），几乎认不出字，未读入；请以 300 dpi、灰度重新扫描", "page %d: next to nothing can be made out on the picture (about %d dpi), and nothing was taken from it; please scan it again at 300 dpi in grey", o.Number, int(q.DPI+0.5))
		return
	}
	read := p.quality(q)
	p.Warnings = append(p.Warnings, extract.Warning{Code: "recognised", Message: read.In(o.Lang)})
	if p.border > 0 {
		say("facing-pages", "第 %d 页是左右两页合扫成一张，分作两页读，先左后右", "page %d shows two facing pages; they were read one after the other, the left one first", o.Number)
	}
	if n := p.unread(); n > 0 {
		say("unread-ink", "第 %d 页有 %d 处墨迹认不出是什么字，未读入（污点、签名、印章等）", "page %d: at %d places there is ink that could not be read (dirt, signatures, seals and the like)", o.Number, n)
	}
}
