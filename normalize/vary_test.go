package normalize_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"ziping/extract"
	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/normalize/num"
)

// No two offices print the same form alike: headings are broken over lines,
// spaced out, bracketed in full width, spelled with another word for the same
// thing; rows of money are dropped; rows of the head change places; blank rows,
// notes and columns come in; merged cells are kept or lost. Here the samples are
// varied in these ways at random, with a fixed seed, and the records must come
// out as before.

const variedForms = 900

func TestVariedForms(t *testing.T) {
	models := sampleModels(t)
	rng := rand.New(rand.NewPCG(20261125, 4))
	right, refused, wrong := 0, 0, 0
	failed := map[string]int{}
	for n := range variedForms {
		base := models[n%len(models)]
		m := base.clone()
		names := m.vary(rng)
		doc := m.document()
		if rng.IntN(3) == 0 && m.plain() {
			doc = m.ragged(t, rng)
			names = append(names, "rows shifted")
		}
		forms := normalize.Run(doc, normalize.Options{})
		diff, unplaced := "no form", 1
		if len(forms) == 1 {
			r := forms[0].Report
			unplaced = len(r.Unplaced)
			diff = compareValues(m.want, values(r))
			if diff == "" && !m.respelled && (r.Family == nil || *r.Family != base.family) {
				diff = fmt.Sprintf("family %v ≠ %s", r.Family, base.family)
			}
			if diff == "" && len(r.Moves) > 0 && !slices.Contains(names, "rows shifted") {
				diff = fmt.Sprintf("%s moved ≠ in place", r.Moves[0].Field)
			}
			if diff == "" && unplaced > 0 {
				diff = fmt.Sprintf("unplaced %q", r.Unplaced[0].Text)
			}
		} else if len(forms) > 1 {
			diff = "≠ two forms"
		}
		switch {
		case diff == "":
			right++
			continue
		case unplaced > 0 && !strings.Contains(diff, "≠"):
			refused++
		default:
			wrong++
		}
		for _, s := range names {
			failed[s]++
		}
		t.Logf("form %d (%s; %s): %s", n, base.name, strings.Join(names, ", "), diff)
	}
	t.Logf("%d forms: right %d, refused %d, wrong %d %v", variedForms, right, refused, wrong, failed)
	if wrong*900 > variedForms || refused*100 > variedForms {
		t.Errorf("of %d varied forms %d came out wrong and %d refused, want at most one in nine hundred and one in a hundred", variedForms, wrong, refused)
	}
}

// block is the range of rows of the list of indicators or of the money block.
func (m *model) block(path string) (head, end int, ok bool) {
	for _, h := range m.headers {
		for _, c := range m.cells {
			if c.Row >= h.First && c.Row < h.To && strings.HasPrefix(c.Path, path) {
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
		if c.Row < head || c.Row >= end || !strings.HasPrefix(c.Path, path) {
			continue
		}
		for _, f := range fields {
			if strings.HasSuffix(c.Path, "."+f) {
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
		if c.Row >= head && c.Row < end && strings.HasSuffix(c.Path, ".reason") {
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
		if _, ok := fundSource(c.Path); ok {
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

// fractions prints rates as fractions: 0.9634 for 96.34%.
func (m *model) fractions(*rand.Rand) {
	for i, c := range m.cells {
		if !strings.HasSuffix(c.Path, "execution_rate") || !strings.HasSuffix(c.Text, "%") {
			continue
		}
		f, err := num.Parse(strings.TrimSuffix(c.Text, "%"))
		if err != nil || f.IsZero() {
			continue
		}
		m.cells[i].Text = f.Shift(-2).String()
		m.want[c.Path] = strings.Replace(m.want[c.Path], "%", "", 1)
	}
}

// model is a sample as a grid of cells with their spans, and what must be read from it.
type model struct {
	name, family  string
	before, after []string
	rows, cols    int
	headers       []normalize.HeaderRows
	cells         []normalize.LayoutCell
	want          map[string]string
	widened       bool // by a column nobody knows
	respelled     bool // with other words, which may be another family's
}

func sampleModels(t *testing.T) []model {
	t.Helper()
	paths, err := filepath.Glob("../samples/*.txt")
	if err != nil || len(paths) < 15 {
		t.Fatalf("samples: %v, %d found", err, len(paths))
	}
	var out []model
	for _, p := range paths {
		data, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		_, forms := runText(t, string(data))
		if len(forms) != 1 {
			t.Fatalf("%s: got %d forms, want 1", p, len(forms))
		}
		f := forms[0]
		if f.Report.Family == nil || strings.Contains(p, "fuzhou") || strings.Contains(p, "report") { // is shifted as it stands; is mostly words
			continue
		}
		m := model{name: filepath.Base(p), family: *f.Report.Family, rows: f.Layout.Rows, cols: f.Layout.Cols, cells: f.Layout.Cells, headers: f.Layout.HeaderRows, want: values(f.Report)}
		for _, l := range f.Layout.Before {
			m.before = append(m.before, l.Text)
		}
		for _, l := range f.Layout.After {
			m.after = append(m.after, l.Text)
		}
		out = append(out, m)
	}
	return out
}

func (m model) clone() *model {
	m.headers = slices.Clone(m.headers)
	m.before, m.after, m.cells, m.want = slices.Clone(m.before), slices.Clone(m.after), slices.Clone(m.cells), maps.Clone(m.want)
	return &m
}

func (m *model) document() *extract.Document {
	d := extract.NewDocument("test", "")
	for _, s := range m.before {
		d.Lines = append(d.Lines, extract.Line{Text: s})
	}
	t := extract.Table{Rows: m.rows, Cols: m.cols}
	slices.SortStableFunc(m.cells, func(a, b normalize.LayoutCell) int { return (a.Row-b.Row)*1000 + a.Col - b.Col })
	for _, c := range m.cells {
		t.Cells = append(t.Cells, extract.Cell{Row: c.Row, Col: c.Col, RowSpan: c.RowSpan, ColSpan: c.ColSpan, Text: c.Text})
	}
	d.Tables = append(d.Tables, t)
	for _, s := range m.after {
		d.Lines = append(d.Lines, extract.Line{Text: s, Before: 1})
	}
	return d
}

// plain reports a form that can be written as lines of tab text.
func (m *model) plain() bool {
	for _, c := range m.cells {
		if strings.ContainsAny(c.Text, "\n\t") {
			return false
		}
	}
	return true
}

// ragged is the form as it comes out of a page that lost blanks: tab text with
// some rows of its blocks shifted.
func (m *model) ragged(t *testing.T, rng *rand.Rand) *extract.Document {
	t.Helper()
	rows := make([][]string, m.rows)
	for i := range rows {
		rows[i] = make([]string, m.cols)
	}
	for _, c := range m.cells {
		rows[c.Row][c.Col] = c.Text
	}
	for _, h := range m.headers {
		// The heading stands off its rows. What belongs to a column nobody knows
		// cannot be told then.
		if rng.IntN(6) == 0 && !m.widened {
			r := rows[h.Last]
			if rng.IntN(2) == 0 && r[1] == "" {
				rows[h.Last] = slices.Delete(r, 1, 2)
			} else {
				rows[h.Last] = slices.Insert(r, 1, "")
			}
			continue
		}
		for r := h.Last + 1; r < h.To; r++ {
			cells, lead, filled := rows[r], 0, 0
			for lead < len(cells) && cells[lead] == "" {
				lead++
			}
			for _, c := range cells {
				if c != "" {
					filled++
				}
			}
			if lead == 0 || filled < 4 || cells[lead][0] < 0x80 || rng.IntN(4) > 0 || lexicon.Default().IndicatorColumn[lexicon.Bare(cells[lead])] != "" {
				continue
			}
			rows[r] = shiftCells(rng, cells, lead)
		}
	}
	var b strings.Builder
	for _, s := range m.before {
		b.WriteString(s + "\n")
	}
	b.WriteString("\n")
	for _, r := range rows {
		b.WriteString(strings.Join(r, "\t") + "\n")
	}
	b.WriteString("\n" + strings.Join(m.after, "\n") + "\n")
	doc, _ := runText(t, b.String())
	return doc
}

// vary changes the form in a few ways and names them.
func (m *model) vary(rng *rand.Rand) []string {
	ways := []struct {
		name string
		do   func(*model, *rand.Rand)
	}{
		{"headings spaced", (*model).space}, {"headings broken", (*model).breakLines}, {"full-width brackets", (*model).brackets},
		{"other words", (*model).otherWords}, {"full-width figures", (*model).wideFigures}, {"blank rows", (*model).blankRows},
		{"row of money dropped", (*model).dropFund}, {"head rows swapped", (*model).swapHead}, {"spans lost", (*model).loseSpans},
		{"levels repeated", (*model).repeatLevels}, {"moved right", (*model).moveRight}, {"title in the table", (*model).titleInside},
		{"marks for nothing", (*model).marks}, {"notes", (*model).notes}, {"column added", (*model).addColumn},
		{"columns swapped", (*model).swapColumns}, {"column of reasons dropped", (*model).dropReasons}, {"unknown row of money", (*model).addFund},
		{"heading repeated", (*model).repeatHeading}, {"captions in full width", (*model).wideCaptions}, {"rates as fractions", (*model).fractions},
	}
	var names []string
	for _, w := range ways {
		if rng.IntN(5) == 0 {
			w.do(m, rng)
			names = append(names, w.name)
		}
	}
	return names
}

func (m *model) heads() []int {
	var out []int
	for i, c := range m.cells {
		if c.Text != "" && c.Path == "" && (c.Role == normalize.RoleHeading || c.Role == normalize.RoleLabel) && utf8.RuneCountInString(c.Text) < 40 {
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

func (m *model) breakLines(rng *rand.Rand) {
	for i, c := range m.cells {
		level := strings.HasSuffix(c.Path, "level1") || strings.HasSuffix(c.Path, "level2")
		if c.Path != "" && !level || c.Role != normalize.RoleHeading && c.Role != normalize.RoleLabel || rng.IntN(2) == 0 {
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
		if source, ok := fundSource(c.Path); ok && source != "total" {
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
		if source, ok := fundSource(c.Path); ok && c.Row == pick {
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

func fundSource(path string) (string, bool) {
	rest, ok := strings.CutPrefix(path, "funds.")
	if !ok {
		return "", false
	}
	source, _, _ := strings.Cut(rest, ".")
	return source, true
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
		if !strings.HasSuffix(c.Path, ".level1") && !strings.HasSuffix(c.Path, ".level2") {
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
			if o.Row == c.Row && o.Role == normalize.RoleNumber && strings.HasPrefix(o.Path, "funds.") && o.Col < c.Col {
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
		if strings.HasPrefix(c.Path, "indicators[") && strings.HasSuffix(c.Path, ".name") && rng.IntN(3) == 0 {
			m.cells = append(m.cells, normalize.LayoutCell{Row: c.Row, Col: m.cols, RowSpan: 1, ColSpan: 1, Text: "见台账", Role: normalize.RoleText})
		}
	}
	m.cols++
}

// values are the fields that say something, by path, without places and widths of print.
func values(r normalize.Report) map[string]string {
	out := map[string]string{}
	for _, f := range r.Fields() {
		if f.Field.State != normalize.Parsed && f.Field.State != normalize.Garbled || strings.Contains(f.Path, "].other") || strings.Contains(f.Path, ".other[") {
			continue
		}
		v := *f.Field
		out[f.Path] = lexicon.Fold(strings.Join([]string{string(v.State), string(v.Op), v.Value, v.Unit, v.Low, v.High, v.Date, v.Weight, v.Threshold, fmt.Sprint(v.UnitInherited)}, " "))
	}
	if r.Funds != nil {
		for _, row := range r.Funds.Rows {
			if len(row.Parts) > 0 {
				out["sum of "+row.Source] = strings.Join(row.Parts, " ")
			}
		}
	}
	// Rows that stand under one printed level belong together.
	group := 0
	for i, x := range r.Indicators {
		if i > 0 && x.Level1 != nil && x.Level1.At != nil && (x.Level1.Weight != "" || r.Indicators[i-1].Level1.At == nil || x.Level1.At.Key() != r.Indicators[i-1].Level1.At.Key()) {
			group++
		}
		out[fmt.Sprintf("group of indicators[%d]", i)] = fmt.Sprint(group)
	}
	return out
}

// compareValues describes the first difference, with ≠ where something is wrong or invented.
func compareValues(want, got map[string]string) string {
	if _, ok := want["other"]; ok {
		m := model{want: got}
		m.relabelOther()
	}
	missing := ""
	for _, path := range slices.Sorted(maps.Keys(want)) {
		w := want[path]
		g, ok := got[path]
		switch {
		case !ok:
			missing = path + " is missing"
		case g != w && !strings.HasPrefix(path, "other"):
			return fmt.Sprintf("%s: %q ≠ %q", path, g, w)
		}
	}
	for _, path := range slices.Sorted(maps.Keys(got)) {
		if _, ok := want[path]; !ok && !strings.HasPrefix(path, "other") {
			return fmt.Sprintf("%s: %q ≠ nothing", path, got[path])
		}
	}
	return missing
}
