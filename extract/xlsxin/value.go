package xlsxin

import (
	"strings"

	"ziping/extract"
	"ziping/extract/draft"
	"ziping/extract/xlsxin/numfmt"
	"ziping/text/blank"
)

// shown is a cell with what it shows of what it holds; what is odd about it is
// marked.
func (r *reader) shown(d *sheetData, c *stored) (cellData, error) {
	if err := r.whole(c); err != nil {
		return cellData{}, err
	}
	// A code of some hundred @ shows a long text as often.
	if more := c.style.format.Repeats() - 1; more > 0 {
		if err := r.d.Budget().Make(more * len(r.words(c))); err != nil {
			return cellData{}, err
		}
	}
	text, zero := r.shownText(d, c)
	if c.kind != "s" { // the others are there once
		if err := r.d.Budget().Make(len(text)); err != nil {
			return cellData{}, err
		}
	}
	out := cellData{row: c.row, col: c.col, text: text, zero: zero}
	switch c.kind {
	case "", "n":
		if !c.hasFormula || c.hasValue {
			out.number = c.value
		}
	case "s", "str", "inlineStr":
		out.words = true
	}
	return out, nil
}

// whole fails where a cell refers to texts or forms of numbers of which the book
// has none: the relation to them is gone.
func (r *reader) whole(c *stored) error {
	switch {
	case !c.hasValue:
	case c.kind == "s" && len(r.strings) == 0:
		return r.p.Damaged("xl/sharedStrings.xml", nil)
	case c.style.lost && (c.kind == "" || c.kind == "n"):
		return r.p.Damaged("xl/styles.xml", nil)
	}
	return nil
}

// words is the text of a cell that holds one.
func (r *reader) words(c *stored) string {
	switch c.kind {
	case "s":
		if i := position(strings.TrimSpace(c.value), -1); i >= 0 && i < len(r.strings) {
			return r.strings[i].text
		}
	case "inlineStr":
		return c.inline.text
	}
	return c.value
}

func (r *reader) shownText(d *sheetData, c *stored) (text string, zero bool) {
	mark := func(code string, m extract.Text) { d.mark(c.row, c.col, code, m) }
	v, name := c.value, cellName(c.row, c.col)
	zh := "单元格 " + name
	// A formula that gives an empty text is stored as one, of the kind str.
	if c.hasFormula && (!c.hasValue || c.kind != "str" && blank.None(v) && c.inline.text == "") {
		mark("formula", noResult(name))
		if c.kind == "" || c.kind == "n" { // the file says of no other kind
			d.open = append(d.open, *c)
		}
		return asFormula(c.formula), false
	}
	if !c.hasValue {
		return "", false
	}
	var shown numfmt.Display
	var words shared
	switch c.kind {
	case "s":
		i := position(strings.TrimSpace(v), -1)
		if i < 0 || i >= len(r.strings) {
			mark(extract.WarnMissing, extract.Text{ZH: zh + " 的文字在文件中缺失", EN: "the text of cell " + name + " is missing from the file"})
			return "\uFFFD", false
		}
		words = r.strings[i]
		shown = c.style.format.Words(words.text)
	case "inlineStr":
		words = c.inline
		shown = c.style.format.Words(words.text)
	case "str":
		if strings.Contains(v, "_x") {
			v = unescape(v)
		}
		shown = c.style.format.Words(v)
	case "b":
		shown.Text = "FALSE"
		if strings.TrimSpace(v) == "1" || strings.EqualFold(v, "true") {
			shown.Text = "TRUE"
		}
	case "e":
		shown.Text = v
		mark("error-value", extract.Text{ZH: zh + " 显示错误值 " + v, EN: "cell " + name + " shows the error " + v})
	case "d":
		shown.Text, _, _ = strings.Cut(v, "T")
	default:
		n, ok := numfmt.ParseDecimal(v)
		if !ok {
			shown.Text = v
			break
		}
		if c.hasFormula && r.book.recalculate {
			d.result(c, n)
		}
		zero = n.Zero()
		shown = c.style.format.Number(n, r.book.epoch1904 && !c.epoch1900)
		if shown.Longer {
			mark("shown-shorter", extract.Text{
				ZH: zh + " 显示的位数比存储的少，照录全部数字",
				EN: "cell " + name + " shows fewer figures of its number than it holds; all of them were taken",
			})
		}
		if shown.Rounded {
			mark(extract.WarnRounded, extract.Text{
				ZH: zh + " 的数字格式只显示到较少的小数位，照显示的读取；存储的是 " + v,
				EN: "the number format of cell " + name + " shows fewer places, which were taken; it holds " + v,
			})
		}
		if shown.Unsure {
			mark("number-format", extract.Text{
				ZH: zh + " 的数字格式不能完全照样显示，照录存储的值",
				EN: "the number format of cell " + name + " is not fully known; the stored value was taken",
			})
		}
	}
	if shown.Hidden {
		mark("hidden-text", extract.Text{ZH: zh + " 的数字格式使其内容不显示，未读取", EN: "the number format of cell " + name + " shows nothing of its content, which was not read"})
		return "", zero
	}
	text = blank.Trim(shown.Text)
	struck := words.struck
	if struck == nil && c.style.struck {
		struck = &draft.StruckRead
	}
	if struck != nil && text != "" {
		mark("struck-text", extract.Text{ZH: zh + "：" + struck.ZH, EN: "cell " + name + ": " + struck.EN})
	}
	return text, zero
}

func noResult(name string) extract.Text {
	return extract.Text{
		ZH: "单元格 " + name + " 的公式没有保存结果，照录公式",
		EN: "cell " + name + " holds a formula without a stored result; the formula stands in its place",
	}
}

func asFormula(formula string) string {
	if formula == "" {
		return "=…"
	}
	return "=" + formula
}
