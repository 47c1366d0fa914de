package read_test

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode/utf8"

	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/text/num"
)

// The ways in which vary_test.go prints a sample otherwise.

func (m *model) heads() []int {
	var out []int
	for i, c := range m.cells {
		if c.Text != "" && c.Path.IsZero() && (c.Role == normalize.RoleHeading || c.Role == normalize.RoleLabel) && utf8.RuneCountInString(c.Text) < 40 {
			out = append(out, i)
		}
	}
	return out
}

func (m *model) space(rng *rand.Rand) {
	for _, i := range m.heads() {
		if rng.IntN(3) == 0 && utf8.RuneCountInString(m.cells[i].Text) <= 4 {
			m.cells[i].Text = strings.Join(strings.Split(m.cells[i].Text, ""), " ")
		}
	}
}

// gaps puts blanks of any width, and what cannot be seen, between the characters of
// headings, labels and levels, and what cannot be seen into figures.
func (m *model) gaps(rng *rand.Rand) {
	blanks := []rune("\u00a0\u2002\u2003\u2009\u202f\u3000")
	unseen := []rune("\u00ad\u200b\u200d\u200e\u2060\ufeff\ufe0f")
	both := slices.Concat(blanks, unseen)
	part := func(s string, with []rune) string {
		var b strings.Builder
		for i, r := range s {
			for n := 0; i > 0 && n < rng.IntN(3); n++ {
				b.WriteRune(with[rng.IntN(len(with))])
			}
			b.WriteRune(r)
		}
		return b.String()
	}
	for _, i := range m.heads() {
		m.cells[i].Text = part(m.cells[i].Text, both)
	}
	for i, c := range m.cells {
		switch {
		case c.Path.IsLevel():
			m.cells[i].Text = part(c.Text, both)
		case c.Role == normalize.RoleNumber:
			m.cells[i].Text = part(c.Text, unseen)
		}
	}
}

func (m *model) breakLines(rng *rand.Rand) {
	for i, c := range m.cells {
		level := c.Path.IsLevel()
		if !c.Path.IsZero() && !level || c.Role != normalize.RoleHeading && c.Role != normalize.RoleLabel || rng.IntN(2) == 0 {
			continue
		}
		if r := []rune(c.Text); len(r) > 2 {
			at := 1 + rng.IntN(len(r)-1)
			m.cells[i].Text = string(r[:at]) + "\n" + string(r[at:])
		}
	}
}

func (m *model) brackets(rng *rand.Rand) {
	wide := strings.NewReplacer("(", "（", ")", "）", ":", "：", "%", "％", "A", "Ａ", "B", "Ｂ")
	for _, i := range m.heads() {
		if rng.IntN(2) == 0 {
			m.cells[i].Text = wide.Replace(m.cells[i].Text)
		}
	}
}

// otherWords spells headings with another word for the same thing.
func (m *model) otherWords(rng *rand.Rand) {
	lex := lexicon.Default()
	maps := []map[string]string{lex.FundColumn, lex.Source, lex.IndicatorColumn}
	for _, i := range m.heads() {
		bare := lexicon.Bare(m.cells[i].Text)
		n, at := 0, 0
		for k, words := range maps {
			if words[bare] != "" {
				n, at = n+1, k
			}
		}
		_, head := lex.Head[bare]
		_, goal := lex.GoalColumn[bare]
		_, foot := lex.Foot[bare]
		_, points := lexicon.Points(m.cells[i].Text)
		if n != 1 || head || goal || foot || points || strings.Contains(m.cells[i].Text, "元") || len(lex.Block[bare]) > 0 || rng.IntN(2) == 0 {
			continue
		}
		id := maps[at][bare]
		var words []string
		for w, v := range maps[at] {
			if v == id && lex.Foot[w] == "" && lex.Head[w] == "" && len(lex.Block[w]) == 0 && lex.Split[w] == "" {
				words = append(words, w)
			}
		}
		slices.Sort(words)
		if id == "other" || id == "group" || id == "source" || len(words) == 0 {
			continue
		}
		m.cells[i].Text = words[rng.IntN(len(words))]
		m.respelled = true
	}
}

func (m *model) wideFigures(rng *rand.Rand) {
	for i, c := range m.cells {
		if c.Role == normalize.RoleNumber && rng.IntN(2) == 0 {
			m.cells[i].Text = wideASCII(c.Text)
		}
	}
}

func wideASCII(s string) string {
	return strings.Map(func(r rune) rune {
		if r > ' ' && r < 0x7f {
			return r + 0xFEE0
		}
		return r
	}, s)
}

// blankRows puts an empty row in front of some rows.
func (m *model) blankRows(rng *rand.Rand) {
	for range 2 {
		m.insertRow(1 + rng.IntN(m.rows-1))
	}
}

func (m *model) insertRow(at int) {
	for i := range m.cells {
		c := &m.cells[i]
		switch {
		case c.Row >= at:
			c.Row++
		case c.Row+c.RowSpan > at:
			c.RowSpan++
		}
	}
	m.rows++
	m.moveHeaders(at, 1)
}

func (m *model) moveHeaders(at, by int) {
	for i := range m.headers {
		h := &m.headers[i]
		if h.First >= at {
			h.First, h.Last = h.First+by, h.Last+by
		}
		if h.To > at {
			h.To += by
		}
	}
}

func (m *model) deleteRow(at int) {
	var out []normalize.LayoutCell
	for _, c := range m.cells {
		switch {
		case c.Row == at && c.RowSpan > 1:
			c.RowSpan--
		case c.Row == at:
			continue
		case c.Row > at:
			c.Row--
		case c.Row+c.RowSpan > at:
			c.RowSpan--
		}
		out = append(out, c)
	}
	m.cells = out
	m.rows--
	m.moveHeaders(at, -1)
}

// dropFund leaves out a row of the money block that is neither its first nor a total.
func (m *model) dropFund(rng *rand.Rand) {
	rows := map[int]string{}
	for _, c := range m.cells {
		if source, ok := c.Path.Fund(); ok && source != "total" {
			rows[c.Row] = source
		}
	}
	at := slices.Sorted(maps.Keys(rows))
	if len(at) < 2 {
		return
	}
	pick := at[1+rng.IntN(len(at)-1)]
	if m.want["sum of "+rows[pick]] != "" {
		return // a subtotal: its parts would belong to nothing
	}
	// A row may hold two sources side by side.
	for _, c := range m.cells {
		if source, ok := c.Path.Fund(); ok && c.Row == pick {
			for path := range m.want {
				if strings.HasPrefix(path, "funds."+source+".") || path == "sum of "+source {
					delete(m.want, path)
				}
			}
			for path, parts := range m.want { // what its parts are then cannot be told; what it is part of loses it
				if !strings.HasPrefix(path, "sum of ") {
					continue
				}
				left := slices.DeleteFunc(strings.Fields(parts), func(s string) bool { return s == source })
				if m.want[path] = strings.Join(left, " "); len(left) == 0 {
					delete(m.want, path)
				}
			}
		}
	}
	m.deleteRow(pick)
}

// swapHead changes two neighbouring rows of the head.
func (m *model) swapHead(rng *rand.Rand) {
	var rows []int
	for r := range m.rows {
		ok := false
		for _, c := range m.cells {
			if c.Row <= r && c.Row+c.RowSpan > r {
				if c.RowSpan > 1 || c.Role == normalize.RoleHeading || c.Role == normalize.RoleNumber {
					ok = false
					break
				}
				ok = true
			}
		}
		if !ok {
			break
		}
		rows = append(rows, r)
	}
	if len(rows) < 2 {
		return
	}
	a := rows[rng.IntN(len(rows)-1)]
	for i := range m.cells {
		switch c := &m.cells[i]; c.Row {
		case a:
			c.Row++
		case a + 1:
			c.Row--
		}
	}
	m.relabelOther()
}

// relabelOther leaves the order of labelled cells open.
func (m *model) relabelOther() {
	var texts []string
	for path, v := range m.want {
		if strings.HasPrefix(path, "other[") {
			texts = append(texts, v)
			delete(m.want, path)
		}
	}
	slices.Sort(texts)
	m.want["other"] = strings.Join(texts, "|")
}

func (m *model) loseSpans(*rand.Rand) {
	for i := range m.cells {
		m.cells[i].RowSpan, m.cells[i].ColSpan = 1, 1
	}
}

// repeatLevels prints the levels on every row, as tables without merged cells do.
func (m *model) repeatLevels(*rand.Rand) {
	var add []normalize.LayoutCell
	for i := range m.cells {
		c := &m.cells[i]
		if !c.Path.IsLevel() {
			continue
		}
		for n := 1; n < c.RowSpan; n++ {
			r := *c
			r.Row, r.RowSpan = c.Row+n, 1
			add = append(add, r)
		}
		c.RowSpan = 1
	}
	m.cells = append(m.cells, add...)
}

func (m *model) moveRight(*rand.Rand) {
	for i := range m.cells {
		m.cells[i].Col++
	}
	m.cols++
}

// titleInside puts the lines above the table into merged rows of it.
func (m *model) titleInside(*rand.Rand) {
	for i := range m.cells {
		m.cells[i].Row += len(m.before)
	}
	for i, s := range m.before {
		m.cells = append(m.cells, normalize.LayoutCell{Row: i, Col: 0, RowSpan: 1, ColSpan: m.cols, Text: s})
	}
	m.rows += len(m.before)
	m.moveHeaders(0, len(m.before))
	m.before = nil
}

// marks writes — into blank cells of the money block.
func (m *model) marks(rng *rand.Rand) {
	mark := []string{"—", "-", "/"}[rng.IntN(3)]
	for i := range m.cells {
		c := &m.cells[i]
		if c.Text != "" || c.RowSpan > 1 || c.ColSpan > 1 {
			continue
		}
		for _, o := range m.cells {
			if o.Row == c.Row && o.Role == normalize.RoleNumber && strings.HasPrefix(o.Path.String(), "funds.") && o.Col < c.Col {
				c.Text, c.Role = mark, normalize.RoleNumber
				break
			}
		}
	}
}

func (m *model) notes(*rand.Rand) {
	m.after = append(m.after, "注:1.定量指标按完成值填写。", "2.定性指标按三档打分。")
}

// addColumn puts a column that nobody knows at the right of the indicators.
func (m *model) addColumn(rng *rand.Rand) {
	heads := 0
	for _, c := range slices.Clone(m.cells) {
		if id := lexicon.Default().IndicatorColumn[lexicon.Bare(c.Text)]; c.Role == normalize.RoleHeading && (id == "name" || id == "content") {
			m.cells = append(m.cells, normalize.LayoutCell{Row: c.Row, Col: m.cols, RowSpan: c.RowSpan, ColSpan: 1, Text: "佐证材料", Role: normalize.RoleHeading})
			heads++
		}
	}
	if heads == 0 {
		return
	}
	m.widened = true
	for _, c := range slices.Clone(m.cells) {
		if strings.HasPrefix(c.Path.String(), "indicators[") && strings.HasSuffix(c.Path.String(), ".name") && rng.IntN(3) == 0 {
			m.cells = append(m.cells, normalize.LayoutCell{Row: c.Row, Col: m.cols, RowSpan: 1, ColSpan: 1, Text: "见台账", Role: normalize.RoleText})
		}
	}
	m.cols++
}

// block is the range of rows of the list of indicators or of the money block.
func (m *model) block(path string) (head, end int, ok bool) {
	for _, h := range m.headers {
		for _, c := range m.cells {
			if c.Row >= h.First && c.Row < h.To && strings.HasPrefix(c.Path.String(), path) {
				return h.First, h.To, true
			}
		}
	}
	return 0, 0, false
}

// swapColumns lets two neighbouring columns of a block change places.
func (m *model) swapColumns(rng *rand.Rand) {
	path, fields := "indicators[", []string{"target", "actual", "weight", "score", "reason"}
	if rng.IntN(2) == 0 {
		path, fields = "funds.", []string{"initial", "budget", "executed", "execution_rate", "weight", "score"}
	}
	head, end, ok := m.block(path)
	if !ok {
		return
	}
	var cols []int
	for _, c := range m.cells {
		if c.Row < head || c.Row >= end || !strings.HasPrefix(c.Path.String(), path) {
			continue
		}
		for _, f := range fields {
			if strings.HasSuffix(c.Path.String(), "."+f) {
				cols = append(cols, c.Col)
			}
		}
	}
	slices.Sort(cols)
	cols = slices.Compact(cols)
	if len(cols) < 2 {
		return
	}
	k := rng.IntN(len(cols) - 1)
	a, b := cols[k], cols[k+1]
	if b != a+1 {
		return
	}
	for _, c := range m.cells { // both must be columns of their own, heading and all
		if c.Row >= head && c.Row < end && c.ColSpan > 1 && c.Col <= b && c.Col+c.ColSpan > a {
			return
		}
	}
	body := end
	if strings.HasPrefix(path, "ind") {
		end = m.rows // the total stands in the same columns
		for _, c := range m.cells {
			if c.Row >= head && (c.ColSpan > 1 || c.Row >= body && c.Role == normalize.RoleLabel) && c.Col <= b && c.Col+c.ColSpan > a {
				return
			}
		}
	}
	for i := range m.cells {
		c := &m.cells[i]
		if c.Row < head || c.Row >= end || c.Row >= body && c.Role == normalize.RoleLabel {
			continue
		}
		switch c.Col {
		case a:
			c.Col = b
		case b:
			c.Col = a
		}
	}
}

func (m *model) dropReasons(*rand.Rand) {
	head, end, ok := m.block("indicators[")
	if !ok {
		return
	}
	col := -1
	for _, c := range m.cells {
		if c.Row >= head && c.Row < end && strings.HasSuffix(c.Path.String(), ".reason") {
			col = c.Col
		}
	}
	if col < 0 {
		return
	}
	m.cells = slices.DeleteFunc(m.cells, func(c normalize.LayoutCell) bool {
		return c.Row >= head && c.Row < end && c.Col == col
	})
	for path := range m.want {
		if strings.HasSuffix(path, ".reason") {
			delete(m.want, path)
		}
	}
}

// addFund puts a source that nobody knows and that has no figures between two others.
func (m *model) addFund(rng *rand.Rand) {
	var rows, cols []int
	for _, c := range m.cells {
		if _, ok := c.Path.Fund(); ok {
			rows = append(rows, c.Row)
			cols = append(cols, c.Col)
		}
	}
	slices.Sort(rows)
	rows = slices.Compact(rows)
	if len(rows) < 2 {
		return
	}
	at := rows[1+rng.IntN(len(rows)-1)]
	label := -1
	for _, c := range m.cells {
		if c.Row == at && c.Role == normalize.RoleLabel && c.Text != "" && c.Col < slices.Min(cols) {
			label = c.Col
		}
	}
	if label < 0 {
		return
	}
	m.insertRow(at)
	m.cells = append(m.cells, normalize.LayoutCell{Row: at, Col: label, RowSpan: 1, ColSpan: 1, Text: []string{"①……", "乡贤捐赠", "其中:彩票公益金"}[rng.IntN(3)], Role: normalize.RoleLabel})
}

// repeatHeading prints the heading of the indicators again in the middle of the list, as page breaks do.
func (m *model) repeatHeading(rng *rand.Rand) {
	head, end, ok := m.block("indicators[")
	if !ok || end-head < 4 {
		return
	}
	var heading []normalize.LayoutCell
	for _, c := range m.cells {
		if c.Row == head && c.Role == normalize.RoleHeading {
			heading = append(heading, c)
		}
		if c.Row == head && c.Role == normalize.RoleHeading && c.RowSpan > 1 || c.Row == head+1 && c.Role == normalize.RoleHeading {
			return // two rows of headings
		}
	}
	at := head + 2 + rng.IntN(end-head-3)
	m.insertRow(at)
	for i := range m.cells { // a level that runs on is cut in two by the heading
		if c := &m.cells[i]; c.Row < at && c.Row+c.RowSpan > at && c.Col > 0 {
			c.RowSpan = at - c.Row
		}
	}
	for _, c := range heading {
		c.Row = at
		m.cells = append(m.cells, c)
	}
}

func (m *model) wideCaptions(*rand.Rand) {
	wide := strings.NewReplacer("(", "（", ")", "）", ":", "：", "    ", "　　")
	for i := range m.before {
		m.before[i] = wide.Replace(m.before[i])
	}
}

// fractions prints rates as fractions, all of them: 0.9634 for 96.34%.
func (m *model) fractions(*rand.Rand) {
	for _, c := range m.cells {
		if strings.HasSuffix(c.Path.String(), "execution_rate") && strings.HasSuffix(c.Text, "\uff05") {
			return // another way came first
		}
	}
	for i, c := range m.cells {
		if !strings.HasSuffix(c.Path.String(), "execution_rate") || !strings.HasSuffix(c.Text, "%") {
			continue
		}
		f, err := num.Parse(strings.TrimSuffix(c.Text, "%"))
		if err != nil || f.IsZero() {
			continue
		}
		m.cells[i].Text = f.Shift(-2).String()
		m.want[c.Path.String()] = strings.Replace(m.want[c.Path.String()], "%", "", 1)
	}
}
