// Package caption reads the lines around the table of a form: its title and year, the unit of its
// money, labels with their values, notes, and what a web page prints beside it.
//
//	c := caption.Reader{Draft: d}
//	ok := c.Page(line)  // a line of the page: 发布时间:…
//	ok = c.Read(line)   // (2023年度), 单位:万元, 单位名称:…    填报日期:…, 注:1.…
//	name, sort := caption.Title(d)   // before anything else is read
//
// Each claims what it has read and files it in the draft; false leaves the line to others.
package caption

import (
	"strings"
	"unicode/utf8"

	"ziping/normalize"
	"ziping/normalize/draft"
	"ziping/normalize/lexicon"
	"ziping/normalize/table"
	"ziping/normalize/value"
	"ziping/text/blank"
	"ziping/text/dates"
	"ziping/text/hanzi"
	"ziping/text/numerals"
	"ziping/text/units"
)

// Reader reads the lines around the table, in their order.
type Reader struct {
	*draft.Draft
	captioned bool   // the year stands in a line of its own
	note      string // label of the note that numbered lines go on with
	section   string // title of the part of the form read last
	sectionAt int    // blocks above it
	asked     bool   // it asks for words: the lines below answer
}

// longestCaption is the length in bytes of what labels a form; its notes may be as long
// as they like.
const longestCaption = 300

// Read takes a line around the table: (2023年度), 单位:万元, 填报日期:….
func (p *Reader) Read(l *table.Line) bool {
	done := false
	for i := range l.Items {
		it := &l.Items[i]
		if it.Claimed {
			continue
		}
		s := it.Folded
		switch {
		case len(it.Text) > longestCaption && p.answers(l):
			p.Other(p.section, it, it.Text)
			it.Role = normalize.RoleNote
		case len(it.Text) > longestCaption && !IsNote(it.Text, &p.Lex.Words) && (p.note == "" || !isNumbered(s)):
		case table.YearAlone(s) && (l.Loose || len(l.Items) == 1 || !it.Figure().IsFigure()): // 2000 among others is a figure
			if p.yearCaption(it) {
				it.Claimed, it.Role = true, normalize.RoleCaption
			}
		case p.bracketed(it):
		case (isSection(withoutUnit(s, p.Lex)) || asks(s, p.Lex)) && (i+1 == len(l.Items) || p.Lex.Head[it.Bare] == "" && p.Lex.Foot[it.Bare] == ""): // 五、自评结论 | 优
			p.UnitFrom(it)
			it.Claimed, it.Role = true, normalize.RoleHeading
			p.section, p.sectionAt, p.note, p.asked = it.Text, len(p.Blocks), "", asks(s, p.Lex)
		case len(l.Items) == 1 && isPageNumber(s, &p.Lex.Words):
			p.Other(p.Lex.Words.Labels.PageNumber, it, it.Text)
			it.Role = normalize.RoleCaption
		case isFormNumber(s, &p.Lex.Words):
			p.Other(p.Lex.Words.Labels.FormNumber, it, it.Text)
			it.Role = normalize.RoleCaption
		case IsNote(it.Text, &p.Lex.Words):
			label, words, _ := note(it.Text, &p.Lex.Words)
			p.note = label
			p.Other(label, it, words)
			it.Role = normalize.RoleNote
		case p.openNote() != "" && len(p.Blocks) > 0 && isNumbered(s):
			p.Other(p.openNote(), it, it.Text)
			it.Role = normalize.RoleNote
		case p.totalLine(it):
		case p.section != "" && len(l.Items) == 1 && len(p.Blocks) > 0 && p.LastBlock().Kind == table.IndicatorBlock: // what a part below the list says
			if p.sectionAt < len(p.Blocks) && p.labelledLine(it) { // the part was above the list
				break
			}
			p.Other(p.section, it, it.Text)
			it.Role = normalize.RoleNote
		default:
			switch {
			case p.labelledLine(it):
			case p.answers(l):
				p.Other(p.section, it, it.Text)
				it.Role = normalize.RoleNote
			case len(l.Items) == 1:
				p.unknownLabel(it)
			}
		}
		done = done || it.Claimed
	}
	return done
}

// bracketed takes a known label with its value, both in brackets: (评价年度:2023).
func (p *Reader) bracketed(it *table.Item) bool {
	text := blank.Trim(it.Text)
	inner := strings.TrimRight(strings.TrimLeft(text, "(\uff08"), ")\uff09")
	kv, ok := table.CutColon(inner)
	if !ok || inner == text || kv[1] == "" || p.Lex.Head[lexicon.Bare(kv[0])] == "" || strings.ContainsAny(inner, "()\uff08\uff09") || strings.ContainsAny(kv[1], ":\uff1a") {
		return false
	}
	p.Labelled(kv[0], it, kv[1])
	it.Claimed, it.Role = true, normalize.RoleCaption
	return true
}

// openNote is the label of the note that a numbered line goes on with: of one on lines of
// its own, or of one in the foot of the table that was read last (备注 | 1.…).
func (p *Reader) openNote() string {
	if n := len(p.Report.Other); p.note == "" && n > 0 && p.Lex.Words.Note.Has(lexicon.Bare(p.Report.Other[n-1].Label)) {
		return p.Report.Other[n-1].Label
	}
	return p.note
}

// Page takes a line of the web page that the form was copied from.
func (p *Reader) Page(l *table.Line) bool {
	if !l.OfPage(p.Lex) {
		return false
	}
	for i := range l.Items {
		it := &l.Items[i]
		p.Other(p.Lex.Words.Labels.Page, it, it.Text)
		it.Role = normalize.RoleCaption
	}
	return true
}

// yearCaption takes a line that holds a year and nothing else. It is the form's
// year also where the title has another.
func (p *Reader) yearCaption(it *table.Item) bool {
	y, _ := dates.In(it.Folded)
	old := p.Report.Year
	if old != nil && p.captioned {
		return old.Value == y
	}
	p.captioned = true
	p.Report.Year = &normalize.Field{Text: it.Text, Value: y, State: normalize.Parsed, Reading: normalize.Read, At: it.Ref()}
	it.Path = normalize.YearPath
	return true
}

// isFormNumber reports the number of a form in its corner: 附件1, 附表2:, 公开14表.
func isFormNumber(s string, words *lexicon.Words) bool {
	s = strings.Trim(s, ":()[]【】")
	for _, w := range words.FormNumber {
		if rest, ok := strings.CutPrefix(s, w); ok && len(rest) <= 12 {
			return strings.Trim(rest, words.FormNumberRest) == ""
		}
	}
	return false
}

// isPageNumber reports the number of a page and nothing else: 第2页,共2页 or - 2 -, but no
// figure by itself.
func isPageNumber(s string, words *lexicon.Words) bool {
	const digits, dashes, marks = "0123456789", "-—–―", ",，、/"
	rest := s
	for _, w := range words.PageNumber {
		rest = strings.ReplaceAll(rest, w, "")
	}
	if strings.Trim(rest, digits+dashes+marks) != "" || !strings.ContainsAny(rest, digits) {
		return false
	}
	figures := strings.Trim(s, dashes)
	return rest != s || !strings.HasPrefix(s, figures) && !strings.HasSuffix(s, figures)
}

// isSection reports the title of a part of the form: 二、预算执行情况(万元). A longer
// text, or one with a stop or a colon, says something.
func isSection(s string) bool {
	const longest = 24 // characters
	title, ok := numerals.Section(s)
	return ok && utf8.RuneCountInString(title) <= longest && !strings.ContainsAny(title, ".,;:。，；：")
}

// asks reports the title of a part that asks for words: (一)简要概述部门职能与职责。
func asks(s string, lex *lexicon.Lexicon) bool {
	const longest = 40 // characters
	_, title, ok := strings.Cut(strings.Replace(s, "、", ")", 1), ")")
	return ok && numerals.Number(s) > 0 && lex.Words.Asks.Begin(title) && utf8.RuneCountInString(title) <= longest
}

// answers reports a line that stands alone in its row below such a title, above any block.
func (p *Reader) answers(l *table.Line) bool {
	return p.asked && len(l.Items) == 1 && p.sectionAt == len(p.Blocks)
}

// HeadsPart reports the title of a part of the form that stands alone in its row.
func HeadsPart(l *table.Line, lex *lexicon.Lexicon) bool {
	return len(l.Items) == 1 && isSection(withoutUnit(l.Items[0].Folded, lex))
}

// withoutUnit takes the unit of money off the title of a part: 二、预算执行情况(单位:万元).
func withoutUnit(s string, lex *lexicon.Lexicon) string {
	colon := strings.LastIndexByte(s, ':')
	if colon < 0 || units.MoneyName(strings.TrimRight(s[colon+1:], ")")) == "" {
		return s
	}
	for i := range s[:colon] {
		if lex.Head[lexicon.Bare(s[i:colon])] == "money_unit" {
			return strings.TrimRight(s[:i], "(")
		}
	}
	return s
}

// IsNote reports a remark under the form: 注:1.定量指标…, 备注:…, ¹ 数据来源….
func IsNote(text string, words *lexicon.Words) bool {
	_, _, ok := note(text, words)
	return ok
}

// note cuts a remark under the form into its label, or the raised number that stands
// behind what it is about, and what it says.
func note(text string, words *lexicon.Words) (label, says string, ok bool) {
	says = strings.TrimLeftFunc(text, numerals.Raised)
	if n := len(text) - len(says); n > 0 {
		says = blank.Trim(says)
		return text[:n], says, says != ""
	}
	kv, ok := table.CutColon(text)
	return kv[0], kv[1], ok && words.Note.Has(blank.Fold(kv[0]))
}

// isNumbered reports a line that goes on with a list: 2.…, 3、…, (4)…, ⑤….
func isNumbered(s string) bool {
	s = strings.TrimPrefix(s, "(")
	n, rest, ok := dates.Digits(s)
	if !ok {
		r, _ := utf8.DecodeRuneInString(s)
		return r >= '①' && r <= '⑳'
	}
	return n < 100 && (strings.HasPrefix(rest, ".") || strings.HasPrefix(rest, "、") || strings.HasPrefix(rest, ")"))
}

// labelledLine takes 单位名称:云溪县文物服务中心    填报日期:2023年6月24日. A label
// begins at the start, behind a wide blank, or where a known one stands; before the first
// the year may stand, and between wide blanks behind any.
func (p *Reader) labelledLine(it *table.Item) bool {
	type pair struct {
		label      string
		from, next int // the value in it.text
	}
	var pairs []pair
	known, wide, year := false, true, false
	text := it.Text
	start := 0
	i := strings.IndexAny(text, ":\uff1a")
	if upper, _, torn := strings.Cut(text[:max(i, 0)], "\n"); torn && lexicon.Bare(upper) != "" && p.Lex.Head[lexicon.Bare(text[:i])] != "" { // 填报⏎人:…
		_, colon := utf8.DecodeRuneInString(text[i:])
		start = i + colon
		pairs, known, wide = append(pairs, pair{blank.Fold(text[:i]), start, len(text)}), true, false
	}
	for at := start; at < len(text); {
		if blanks, size := blank.Lead(text[at:]); size > 0 {
			wide = wide || blanks > 1 || strings.Contains(text[at:at+size], "\n")
			at += size
			continue
		}
		end := len(text)
		if n := strings.IndexFunc(text[at:], blank.Is); n >= 0 {
			end = at + n
		}
		if i := strings.IndexAny(text[at:end], ":\uff1a"); i > 0 {
			label := text[at : at+i]
			_, isHead := p.Lex.Head[lexicon.Bare(label)]
			if from := p.behindYear(label); from > 0 && len(pairs) == 0 {
				at, wide, year = at+from, true, true
				continue
			}
			if isHead || wide {
				_, colon := utf8.DecodeRuneInString(text[at+i:])
				if n := len(pairs); n > 0 {
					pairs[n-1].next = min(pairs[n-1].next, at)
				}
				pairs = append(pairs, pair{label, at + i + colon, len(text)})
				known = known || isHead
			}
		}
		if from := p.bareLabel(text, at, end); wide && from > 0 {
			if n := len(pairs); n > 0 {
				pairs[n-1].next = min(pairs[n-1].next, at)
			}
			pairs = append(pairs, pair{text[at:end], from, len(text)})
			known, at, wide = true, from, false
			continue
		}
		gap, _ := blank.Lead(text[end:])
		if n := len(pairs); n > 0 && wide && (end == len(text) || gap > 1) && table.YearAlone(blank.Fold(text[at:end])) && blank.Trim(text[min(pairs[n-1].from, at):at]) != "" { // 单位:万元  (2022年度)
			pairs[n-1].next, year = at, true
			at, wide = end, false
			continue
		}
		if len(pairs) == 0 {
			if at > start || !table.YearAlone(blank.Fold(text[at:end])) { // (2022年度)  单位:万元
				return false
			}
			year, at, wide = true, end, false
			continue
		}
		// Blanks that the print lost: 单位名称:路灯管理所填报日期:3月10日.
		if from := pairs[len(pairs)-1].from; from > at && from < end {
			if next := p.runOnLabel(text[from:end]); next >= 0 {
				at, wide = from+next, false
				continue
			}
		}
		if last := pairs[len(pairs)-1]; last.from < end && blank.Trim(text[last.from:max(at, last.from)]) == "" {
			from := max(at, last.from)
			if next := p.behindFigure(last.label, text[from:end]); next > 0 {
				at, wide = from+next, true
				continue
			}
		}
		at, wide = end, false
	}
	for _, kv := range pairs {
		known = known || units.MoneyName(blank.Trim(text[kv.from:kv.next])) != "" // 金额:万元
	}
	if !known {
		return false
	}
	if year {
		p.yearCaption(it)
	}
	for _, kv := range pairs {
		if value := blank.Trim(text[kv.from:kv.next]); value != "" {
			if name, ok := cutYear(value); ok && strings.HasPrefix(p.Lex.Head[lexicon.Bare(kv.label)], "organisation_") {
				value = name
				p.YearFrom(it)
			}
			p.Labelled(kv.label, it, value)
		} else if id := p.Lex.Head[lexicon.Bare(kv.label)]; id != "grade" && id != "total_score" {
			p.Report.Other = append(p.Report.Other, normalize.Labelled{Label: kv.label, Field: &normalize.Field{State: normalize.Blank}})
		}
	}
	it.Claimed, it.Role = true, normalize.RoleCaption
	return true
}

// unknownLabel takes a line above the first block that has a label nobody knows, a word,
// and something behind its colon: 检查组长:王五. Below the list it says something in words:
// 下一步措施:加快尾工建设.
func (p *Reader) unknownLabel(it *table.Item) {
	const longest = 10 // characters
	kv, ok := table.CutColon(it.Text)
	label := blank.Fold(kv[0])
	if len(p.Blocks) > 0 && (p.LastBlock().Kind != table.IndicatorBlock || value.IsFigure(kv[1]) || p.Lex.Foot[lexicon.Bare(label)] != "other" && p.Lex.Knows(lexicon.Bare(label))) {
		return
	}
	if !ok || kv[1] == "" || strings.ContainsFunc(it.Text, blank.Is) || strings.ContainsAny(kv[1], ":\uff1a") || utf8.RuneCountInString(label) > longest || strings.IndexFunc(label, func(r rune) bool { return !hanzi.Is(r) }) >= 0 {
		return
	}
	p.Other(kv[0], it, kv[1])
	it.Role = normalize.RoleCaption
}

// behindYear is where a known label begins that a year stands in front of: (2023年度)单位;
// 0 where none does.
func (p *Reader) behindYear(label string) int {
	for i := range label {
		if _, isHead := p.Lex.Head[lexicon.Bare(label[i:])]; isHead && table.YearAlone(label[:i]) {
			return i
		}
	}
	return 0
}

// bareLabel is where the value of a label without a colon begins: the label is known,
// and a wide blank stands between it and something that is no label. 0 where not.
func (p *Reader) bareLabel(text string, at, end int) int {
	if strings.ContainsAny(text[at:end], ":\uff1a") {
		return 0
	}
	switch p.Lex.Head[lexicon.Bare(text[at:end])] {
	case "", "total_score", "grade":
		return 0
	}
	blanks, size := blank.Lead(text[end:])
	value := text[end+size:]
	if n := strings.IndexFunc(value, blank.Is); n >= 0 {
		value = value[:n]
	}
	if _, isHead := p.Lex.Head[lexicon.Bare(value)]; blanks < 2 || value == "" || isHead || strings.ContainsAny(value, ":\uff1a") {
		return 0
	}
	return end + size
}

// totalLine takes a total on a line of its own, without a colon: 项目总得分 99 分.
func (p *Reader) totalLine(it *table.Item) bool {
	text := blank.Close(it.Text) // 总分 100 98.8 are two figures
	n := strings.IndexAny(text, "0123456789")
	if n < 0 {
		return false
	}
	label := lexicon.Bare(text[:n])
	own := p.Lex.Head[label] == "total_score"
	if !own && p.Lex.Foot[label] != "total" {
		return false
	}
	f := value.Mark(text[n:])
	if t := p.Report.Total; !f.IsFigure() || len(p.Blocks) == 0 && !own || t != nil && t.Score != nil {
		return false
	}
	f.At = it.Ref()
	p.Total().Score = f
	it.Claimed, it.Role, it.Path = true, normalize.RoleValue, normalize.TotalScorePath
	return true
}

// behindFigure is where the figure of a label ends that takes one, and another label
// follows with its colon, whatever it says: 自评总分:69单位领导审签:; 0 where none does.
func (p *Reader) behindFigure(label, value string) int {
	if p.Lex.Head[lexicon.Bare(label)] != "total_score" {
		return 0
	}
	n := strings.IndexFunc(value, func(r rune) bool { return (r < '0' || r > '9') && r != '.' })
	if n < 0 || strings.IndexAny(value[n:], ":\uff1a") <= 0 {
		return 0
	}
	return n
}

// shortRunOn is the length in bytes of the shortest label that is told without a
// blank before it; a shorter one is too often the end of another word.
const shortRunOn = 9 // three characters, 负责人

// runOnLabel is where in a value a known label with its colon begins, of several
// the longest; 0 where nothing stands before it, -1 where there is none.
func (p *Reader) runOnLabel(value string) int {
	colon := strings.IndexAny(value, ":\uff1a")
	if colon < 0 {
		return -1
	}
	_, size := utf8.DecodeRuneInString(value[colon:])
	unit := units.Is(blank.Fold(value[colon+size:])) // 2023年度单位:万元
	for i := range value[:colon] {
		id, isHead := p.Lex.Head[lexicon.Bare(value[i:colon])]
		if isHead && (colon-i >= shortRunOn || unit && id == "money_unit") {
			return i
		}
	}
	return -1
}

// cutYear takes a year off the end of a name, which has none: 县文旅局 2023年度.
func cutYear(s string) (name string, ok bool) {
	for i := range s {
		if i > 0 && table.YearAlone(blank.Fold(s[i:])) {
			return blank.Trim(s[:i]), true
		}
	}
	return s, false
}
