package recognise

import (
	"fmt"
	"math"
	"strings"

	"ziping/extract"
	"ziping/extract/scan"
)

// What a reader wants to know of a picture before trusting what was read from it: what
// hampers reading, how much of it was read clearly, and what would help.

const (
	// clearly is the confidence from which a line was read clearly, and fewClear the share
	// of such lines below which a picture is said to be bad.
	clearly, fewClear = 0.9, 0.75
	// Skew, specks and the size of characters from which they are said.
	muchSkew   = 1.0  // degrees
	manySpecks = 0.5  // for each character
	smallEm    = 18.0 // dots
	pointless  = 20.0 // dots: the point of a figure is two dots wide
)

// hampers are what is bad about a picture, each as it goes on a sentence.
func hampers(q scan.Quality) (out []extract.Text) {
	say := func(is bool, zh, en string) {
		if is {
			out = append(out, extract.Text{ZH: zh, EN: en})
		}
	}
	say(q.Turn != 0, fmt.Sprintf("，转正了 %d°", q.Turn*90), fmt.Sprintf(", turned by %d°", q.Turn*90))
	skew := math.Abs(q.Skew)
	say(skew >= muchSkew, fmt.Sprintf("，歪斜 %.1f°", skew), fmt.Sprintf(", askew by %.1f°", skew))
	say(q.Em > 0 && q.Em < smallEm, "，字太小", ", small characters")
	say(q.Faint, "，字迹太淡", ", faint")
	say(q.Noise >= manySpecks, "，斑点多", ", specks")
	say(q.Seal, "，有印章", ", a seal")
	return out
}

// clearShare is the share of the lines that were read clearly, and whether there are enough
// to tell.
func (p *Page) clearShare() (share float64, ok bool) {
	const few = 10
	n := len(p.lines) - p.unread()
	if n < few {
		return 0, false
	}
	return float64(p.readFrom(clearly)) / float64(n), true
}

// quality is what is said of a picture that was read.
func (p *Page) quality(q scan.Quality) extract.Text {
	var zh, en string
	for _, h := range hampers(q) {
		zh, en = zh+h.ZH, en+h.EN
	}
	dpi := int(q.DPI + 0.5)
	var say [2]strings.Builder
	fmt.Fprintf(&say[0], "第 %d 页是图片（约 %d dpi%s），文字由识别得出", p.Listed.Number, dpi, zh)
	fmt.Fprintf(&say[1], "page %d is a picture (about %d dpi%s); its text was recognised", p.Listed.Number, dpi, en)
	share, ok := p.clearShare()
	if ok {
		fmt.Fprintf(&say[0], "，%d%% 的行清楚", int(100*share))
		fmt.Fprintf(&say[1], ", %d%% of its lines clearly", int(100*share))
	}
	say[0].WriteString("，请与原件核对")
	say[1].WriteString("; please compare it with the original")
	if ok && share < fewClear {
		say[0].WriteString("；图像较差，最好以 300 dpi、灰度重新扫描")
		say[1].WriteString("; the picture is bad: a new scan at 300 dpi in grey would help")
	}
	return extract.Text{ZH: say[0].String(), EN: say[1].String()}
}
