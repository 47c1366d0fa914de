package glue

import (
	"strings"

	"ziping/normalize/lexicon"
	"ziping/normalize/table"
	"ziping/text/hanzi"
	"ziping/text/numerals"
)

// longLabel is how many characters a label has that is looked for within a text;
// shorter ones (单位, 年度) stand in too many others.
const longLabel = 4

// head cuts the labels above the blocks and their values.
func (c *cutter) head(from, to int) {
	var labels []head
	start := titled(c, from, to)
	for at := start; at < to; {
		end := c.match(at, func(b string) bool { return c.lex.Head[b] != "" })
		if end < 0 || end > to || len([]rune(lexicon.Bare(c.folded(at, end)))) < longLabel {
			at++
			continue
		}
		labels = append(labels, head{at, end, c.lex.Head[lexicon.Bare(c.folded(at, end))]})
		at = end
	}
	if len(labels) == 0 {
		c.title(from, to)
		return
	}
	c.title(from, labels[0].from)
	named := func(bare string) bool { // a heading, or a label of the head or of a block
		return c.lex.Head[bare] != "" || len(c.lex.Block[bare]) > 0 || c.lex.Heads(bare)
	}
	next, ends := make([]int, len(labels)), make([]int, len(labels)) // where the label behind begins, and where the value ends
	for k := range labels {
		next[k] = to
		if k+1 < len(labels) {
			next[k] = labels[k+1].from
		}
		ends[k] = c.before(labels[k].to, next[k], named)
	}
	open := func(k int) bool {
		if c.elsewhere(labels[k].to, ends[k]) {
			return false
		}
		if isOffice(labels[k]) && figureBehindWords(c.folded(labels[k].to, ends[k])) { // 乙局|实施期2021-2023年
			return true
		}
		// A project's name may end in what the next label may begin with: …项目 | 主管部门.
		return labels[k].id == "project" && k+1 < len(labels) && !c.border[labels[k+1].from] && c.shorter(labels[k+1]) || c.headed(labels[k].to, ends[k])
	}
	offices := false // one that cannot be cut; another does not stand for it
	for k, l := range labels {
		offices = offices || isOffice(l) && open(k)
	}
	for k, l := range labels {
		end := ends[k]
		if open(k) || offices && isOffice(l) {
			c.keep(l.from, end)
		} else {
			c.add(l.from, l.to)
			c.add(l.to, end)
		}
		for end < next[k] { // a label of a block on lines of its own
			at := end
			end = min(c.lineEnd(at), next[k])
			c.add(at, end)
		}
	}
}

// titled is where the title of the form ends with its year, in a text that says more before
// it; from where there is none.
func titled(c *cutter, from, to int) int {
	for at := to - 1; at > from; at-- {
		if c.runes[at] != '(' {
			continue
		}
		end := c.closing(at, to)
		if table.YearAlone(c.folded(at, end)) && c.lex.Titles.SelfEvaluation.End(lexicon.Title(c.folded(c.lastEnd(from, at), at))) {
			return end
		}
	}
	return from
}

// figureBehindWords reports a figure with words before it, as no office has in its name; a code
// may stand before the name.
func figureBehindWords(s string) bool {
	words := strings.IndexFunc(s, hanzi.Is)
	return words >= 0 && strings.ContainsAny(s[words:], "0123456789")
}

func isOffice(l head) bool { return strings.HasPrefix(l.id, "organisation") }

// moneyBehind reports a heading of any length with its unit in brackets and a figure behind
// it: 公租房维修|预算(万元)300.
func (c *cutter) moneyBehind(at, to int) bool {
	end := c.match(at, c.lex.Heads)
	return end > 0 && end < to && isDigit(c.runes[end]) && strings.Contains(c.folded(at, end), "(")
}

// headed reports a value with a heading or a label in it, which may be its end.
func (c *cutter) headed(from, to int) bool {
	for at := from; at < to; at++ {
		end := c.match(at, func(b string) bool {
			return c.lex.Head[b] != "" || len(c.lex.Block[b]) > 0 || len([]rune(b)) >= longLabel && c.lex.Heads(b)
		})
		if end > 0 && end <= to && (at == from || !isDigit(c.runes[at-1])) { // 2022年度
			return true
		}
		if c.moneyBehind(at, to) {
			return true
		}
	}
	return false
}

// shorter reports a label of which a part from behind is a label, too.
func (c *cutter) shorter(l head) bool {
	for at := l.from + 1; at < l.to; at++ {
		if b := lexicon.Bare(c.folded(at, l.to)); c.lex.Head[b] != "" && len([]rune(b)) >= longLabel {
			return true
		}
	}
	return false
}

// title cuts what stands above the labels: the title, and a year in brackets.
func (c *cutter) title(from, to int) {
	start := from
	if w := c.formNumber(from, to); w > 0 {
		c.add(from, from+w)
		from, start = from+w, from+w
	}
	for at := from; at < to; at++ {
		end := at
		if c.runes[at] == '(' {
			end = c.closing(at, to)
		}
		year := end > at && table.YearAlone(c.folded(at, end))
		if year {
			if begin := c.lastEnd(start, at); begin > start { // of the title
				c.add(start, begin)
				start = begin
			}
		}
		if c.border[at] || year {
			c.add(start, at)
			start = at
		}
		if year {
			c.add(at, end)
			start, at = end, end-1
		}
	}
	c.add(start, to)
}

// formNumber is how many characters the number of the form has: 附件1.
func (c *cutter) formNumber(from, to int) int {
	words := &c.lex.Words
	for _, w := range words.FormNumber {
		if rest, ok := strings.CutPrefix(c.folded(from, to), w); ok {
			return len([]rune(w)) + len([]rune(rest)) - len([]rune(strings.TrimLeft(rest, words.FormNumberRest)))
		}
	}
	return 0
}

// goals cuts the text of yearly goals in two where it says the same twice, or where
// its numbers begin again.
func (c *cutter) goals(from, to int) {
	if c.headed(from, to) { // other blocks stand in between
		c.keep(from, to)
		return
	}
	if half := from + (to-from)/2; (to-from)%2 == 0 && c.folded(from, half) == c.folded(half, to) {
		c.add(from, half)
		c.add(half, to)
		return
	}
	starts := []int{from}
	for at := from + 1; at < to; at++ {
		if c.border[at] || strings.ContainsRune(data.Ends, c.runes[at-1]) {
			starts = append(starts, at)
		}
	}
	var texts []string
	for _, at := range starts { // by how they begin
		texts = append(texts, c.folded(at, to))
	}
	k := numerals.BeginsAgain(texts)
	if k == 0 {
		k = sameOpening(texts)
	}
	if k > 0 {
		c.add(from, starts[k])
		c.add(starts[k], to)
		return
	}
	c.keep(from, to)
}

// opening is how many characters an answer has in common with the goal it answers,
// from the first on.
const opening = 4

// sameOpening is the one sentence that opens like the first, 0 for none.
func sameOpening(texts []string) int {
	first := []rune(texts[0])
	if len(first) < opening {
		return 0
	}
	at := 0
	for k := 1; k < len(texts); k++ {
		if strings.HasPrefix(texts[k], string(first[:opening])) {
			if at > 0 {
				return 0
			}
			at = k
		}
	}
	return at
}
