package tabin

import (
	"slices"
	"strings"
	"unicode/utf8"

	"ziping/text/blank"
	"ziping/text/bracket"
	"ziping/text/numerals"
)

// Which lines of bare tab text are one row, where an editor took the separators off the
// ends of lines and line ends stand inside cells: of all ways to join lines that one is
// taken whose rows look most like those beside them. Figures stand in the columns in which
// the rows around have theirs, labels where theirs are, a row does not begin with the value
// of a label, and a join must be worth it. Where another way is nearly as good the line is
// told, and nothing that the form says is taken for certain.

// What it costs, in the tenths of one figure that stands where none of the others do.
const (
	costRow       = 1  // a row: of two readings alike the one with fewer
	costJoin      = 5  // two lines that are one row
	costFigure    = 5  // at a figure
	costNewRow    = 15 // the second of which begins with a known heading
	costLabelOff  = 7  // a label where no other stands
	costValue     = 10 // a row that begins with a value, and a label behind it
	costNoFigure  = 5  // a row without a figure among rows with
	costAlone     = 8  // a line of words alone among them, or behind a value
	costLack      = 5  // no figure where nearly all others have one
	costBracket   = 10 // a row that begins or ends within brackets, or with a remark
	costOff       = 4  // something where no other row without figures has anything
	costUnder     = 8  // words under no heading of the headings above
	figureOff     = 10
	nearlyAsGood  = 3
	mostBeside    = 8 // rows that are looked at before and behind
	fewestFigures = 3 // rows with figures that tell what a row looks like
)

// look is what stands in a cell.
type look uint8

const (
	empty look = iota
	words
	label
	figure
)

// rowSearch looks for the rows in the lines of a text.
type rowSearch struct {
	m      *mender
	widest int
	parts  []span   // the lines of the text, those that are known to be one together
	n      []int    // separators of each
	looks  [][]look // of the cells of each
	first  []string // cells of each
	last   []string
	found  []span   // the rows that were found last, which others are held against
	held   [][]look // what stands in their cells
	cost   map[span]int
}

func newRowSearch(m *mender, widest int) *rowSearch {
	s := &rowSearch{m: m, widest: widest, cost: map[span]int{}}
	var lines []span
	for i := 0; i < len(m.pieces); {
		to := i + 1
		for to < len(m.pieces) && m.goesOn[to] {
			to++
		}
		part := span{i, to}
		cells := m.cells(m.text(i, to))
		i = to
		looks := make([]look, len(cells))
		for k, c := range cells {
			looks[k] = s.look(c)
		}
		s.looks = append(s.looks, looks)
		s.first, s.last = append(s.first, cells[0]), append(s.last, cells[len(cells)-1])
		lines = append(lines, span{len(s.parts), len(s.parts) + 1})
		s.parts, s.n = append(s.parts, part), append(s.n, len(cells)-1)
	}
	s.hold(lines)
	return s
}

// hold takes rows as those that others are held against.
func (s *rowSearch) hold(found []span) {
	s.found, s.held = found, make([][]look, len(found))
	for k, r := range found {
		s.held[k], _ = s.row(r)
	}
}

func (s *rowSearch) look(cell string) look {
	c := blank.Trim(cell)
	name, _, _ := strings.Cut(strings.ReplaceAll(c, "\uff1a", ":"), ":")
	switch {
	case c == "":
		return empty
	case quantityLike(c):
		return figure
	case !inBrackets(c) && s.m.heading(name): // with its value behind it, perhaps
		return label
	}
	return words
}

// quantityLike reports ≥30平方公里, or anything that figureLike does.
func quantityLike(c string) bool {
	rest := strings.TrimLeft(strings.TrimLeft(c, "≥≤=><≧≦-"), "0123456789.,")
	const longestUnit = 8
	return figureLike(c) || len(rest) < len(c) && c[len(c)-len(rest)-1] <= '9' && utf8.RuneCountInString(rest) <= longestUnit && !strings.ContainsAny(rest, notInUnits)
}

// numbered reports the name of a part: 二、预算执行情况.
func numbered(c string) bool {
	_, ok := numerals.Section(blank.Fold(c))
	return ok
}

// rows joins the lines of the text; it returns the first line of which it is not sure, -1
// for none. What a row looks like is told by the rows around it, so that the search is done
// again with those that it found. Where most rows are torn their halves look alike too: it
// starts from the lines, and from as many of them together as a row can hold, and keeps
// what costs less. Where the search goes to and fro between several ways, none bears
// itself out: where they part, nothing is sure.
func (s *rowSearch) rows() (open int) {
	best := s.settled()
	s.hold(s.fullest())
	if other := s.settled(); other.before[len(s.parts)] < best.before[len(s.parts)] {
		best = other
	}
	s.hold(best.beside)
	clear(s.cost)
	before, behind, found := s.cheapest()
	s.hold(found)
	if open = s.join(before, behind); best.parted < 0 {
		return open
	}
	if at := s.parts[best.parted].from; open < 0 || at < open {
		open = at
	}
	return open
}

// firstParted is the line before the first that begins a row in one way and none in
// another, -1 for none.
func firstParted(a, b []span) int {
	for k := range min(len(a), len(b)) {
		if a[k] != b[k] {
			return min(a[k].to, b[k].to) - 1
		}
	}
	return -1
}

// rowsFound are the rows of a text, with the rows that they were held against and what the
// best rows before each line cost.
type rowsFound struct {
	beside []span
	before []int
	parted int // the line behind which two ways part that speak for each other, -1 for none
}

// settled searches until nothing changes.
func (s *rowSearch) settled() (f rowsFound) {
	const most = 4
	for range most {
		clear(s.cost)
		f.beside = s.found
		before, _, found := s.cheapest()
		f.before = before
		s.hold(found)
		if f.parted = firstParted(found, f.beside); f.parted < 0 {
			break
		}
	}
	return f
}

// fullest puts lines together as long as a row can hold the next one.
func (s *rowSearch) fullest() (rows []span) {
	for from, n := 0, len(s.parts); from < n; {
		to := from + 1
		for to < n && s.joins(from, to+1) && !s.opensRow(to) {
			to++
		}
		rows = append(rows, span{from, to})
		from = to
	}
	return rows
}

// opensRow reports a line that begins with a heading.
func (s *rowSearch) opensRow(i int) bool { return s.looks[i][0] == label }

// cheapest finds the rows that cost least, and what the best rows before and behind each
// line cost.
func (s *rowSearch) cheapest() (before, behind []int, found []span) {
	n := len(s.parts)
	before, behind = make([]int, n+1), make([]int, n+1)
	from := make([]int, n+1)
	for to := 1; to <= n; to++ {
		before[to] = -1
		s.each(to, func(at int) {
			if c := before[at] + s.rowCost(span{at, to}); before[to] < 0 || c < before[to] {
				before[to], from[to] = c, at
			}
		})
	}
	for at := n - 1; at >= 0; at-- {
		behind[at] = -1
		for to := at + 1; to <= n && (to == at+1 || s.joins(at, to)); to++ {
			if c := behind[to] + s.rowCost(span{at, to}); behind[at] < 0 || c < behind[at] {
				behind[at] = c
			}
		}
	}
	for to := n; to > 0; to = from[to] {
		found = append(found, span{from[to], to})
	}
	slices.Reverse(found)
	return before, behind, found
}

// join joins the lines of the rows that were found, and tells the first of which it is not
// sure.
func (s *rowSearch) join(before, behind []int) (open int) {
	n := len(s.parts)
	starts := make([]bool, n+1)
	for _, r := range s.found {
		starts[r.from] = true
	}
	open = -1
	for i := 1; i < n; i++ {
		if !s.joins(i-1, i+1) {
			continue
		}
		other := before[i] + behind[i] // of the best way in which line i begins a row
		if starts[i] {
			other = s.bestOver(i, before, behind)
		} else {
			s.m.goesOn[s.parts[i].from] = true
			s.m.inferred = true
		}
		if open < 0 && other >= 0 && other-before[n] < nearlyAsGood {
			open = s.parts[i-1].from
		}
	}
	return open
}

// each tells the lines at which a row that ends before line to may begin, the latest first.
func (s *rowSearch) each(to int, yield func(at int)) {
	yield(to - 1)
	for at := to - 2; at >= 0 && s.joins(at, to); at-- {
		yield(at)
	}
}

// joins reports lines that may be one row.
func (s *rowSearch) joins(from, to int) bool {
	if to-from > mostTears+1 {
		return false
	}
	n := 0
	for i := from; i < to; i++ {
		if n += s.n[i]; n > s.widest {
			return false
		}
		if i > from && (!wordsGoOn(s.open(from, i), s.first[i]) || s.headsText(s.open(from, i), s.first[i])) {
			return false
		}
	}
	return n > 0
}

// headsText reports a whole heading before more than the rest of one: 实际完成情况 over what
// was done.
func (s *rowSearch) headsText(open, next string) bool {
	const rest = 10 // characters at most of 主要任务完成 | 情况及偏差分析
	return utf8.RuneCountInString(next) > rest && s.m.heading(blank.Trim(open)) && !s.m.joinedHeads(open, next)
}

// open is the cell that lines from and up to another leave open.
func (s *rowSearch) open(from, to int) string {
	i := to - 1
	cell := s.last[i]
	for ; i > from && s.n[i] == 0; i-- {
		cell = s.last[i-1] + cell
	}
	return cell
}

// bestOver is the cost of the best way in which line i begins no row, -1 for none.
func (s *rowSearch) bestOver(i int, before, behind []int) int {
	best := -1
	for at := max(0, i-mostTears); at < i; at++ {
		for to := i + 1; to < len(before) && s.joins(at, to); to++ {
			if c := before[at] + s.rowCost(span{at, to}) + behind[to]; best < 0 || c < best {
				best = c
			}
		}
	}
	return best
}

// rowCost is how little lines look like one row.
func (s *rowSearch) rowCost(r span) int {
	if c, ok := s.cost[r]; ok {
		return c
	}
	c := s.weigh(r)
	s.cost[r] = c
	return c
}

func (s *rowSearch) weigh(r span) int {
	row, cost := s.row(r)
	cost += costRow
	around := s.beside(r)
	here, filled := 0, 0
	for col, l := range row {
		switch {
		case l == figure:
			here++
			cost += figureOff - share(around.figures, col, figureOff)
		case l == label && col > 0:
			cost += costLabelOff - share(around.labels, col, costLabelOff)
		}
		if l != empty {
			filled++
		}
	}
	inside := around.rows >= fewestFigures
	alone := len(row) == 1 && row[0] == words && !numbered(s.first[r.from])
	switch {
	case here > 0 && inside:
		for col, n := range around.figures {
			if n*4 >= around.rows*3 && (col >= len(row) || row[col] != figure) {
				cost += costLack * n / around.rows
			}
		}
	case here > 0:
	case alone && (inside || r.to-r.from == 1 && s.behindValue(r.from)):
		cost += costAlone
	case filled > 1 && inside:
		cost += costNoFigure
	case filled > 1 && !headings(row) && !labelsAlone(row, filled):
		for col, l := range row {
			if l != empty {
				cost += costOff - share(around.filled, col, costOff)
			}
		}
	}
	if heads := s.headsOver(r); here == 0 && filled > 1 && heads != nil {
		for col, l := range row {
			if l == words && (col >= len(heads) || heads[col] == empty) {
				cost += costUnder
			}
		}
	}
	if first := s.first[r.from]; len(row) > 1 && (inBrackets(first) || bracket.Open(first) < 0) || bracket.Open(s.open(r.from, r.to)) > 0 {
		cost += costBracket
	}
	if second := nextFilled(row); row[0] == words && second > 0 && row[second] == label {
		cost += costValue
	}
	return cost
}

// headsOver is the row of headings alone that stands above a row with nothing but words
// between; nil for none.
func (s *rowSearch) headsOver(r span) []look {
	k, _ := slices.BinarySearchFunc(s.found, r.from, func(f span, at int) int { return f.to - 1 - at })
	for j := k - 1; j >= max(0, k-mostBeside); j-- {
		row := s.held[j]
		labels := 0
		for _, l := range row {
			switch l {
			case label:
				labels++
			case figure:
				return nil
			}
		}
		if labels > 1 && !slices.Contains(row, words) {
			if last := len(row) - 1; !slices.Contains(row[1:last], empty) { // it may have lost its empty cells
				return nil
			}
			return row
		}
		if labels > 0 {
			return nil
		}
	}
	return nil
}

// row is what stands in the cells of lines that are one, and what it costs to join them.
func (s *rowSearch) row(r span) (row []look, cost int) {
	row = append(make([]look, 0, s.widest+1), s.looks[r.from]...)
	for i := r.from + 1; i < r.to; i++ {
		open := s.open(r.from, i)
		if !goesOn(open, s.first[i]) {
			cost += costFigure
		}
		joined := s.look(open + s.first[i])
		if joined == label && inBrackets(open) { // (2023年度) before a heading
			joined = words
			cost += costNewRow
		}
		switch {
		case inBrackets(s.first[i]): // 资金安排 over （万元）
		case joined == label && (s.look(open) != label || s.m.heading(blank.Trim(open+s.first[i]))):
		case s.looks[i][0] == label, namesColumns(s.looks[i]):
			cost += costJoin + costNewRow
		default:
			cost += costJoin
		}
		row[len(row)-1] = joined
		row = append(row, s.looks[i][1:]...)
	}
	return row, cost
}

// namesColumns reports a line of words with two headings behind its first cell, and so a row of
// headings of its own: 资金（万元） | 预算数 | 执行数 | 执行率.
func namesColumns(line []look) bool {
	n := 0
	for _, l := range line[1:] {
		switch l {
		case label:
			n++
		case figure:
			return false
		}
	}
	return n > 1 && line[0] == words
}

// behindValue reports a line behind one that ends in the value of a label.
func (s *rowSearch) behindValue(i int) bool {
	if i == 0 {
		return false
	}
	above := s.looks[i-1]
	k := len(above) - 1
	return k > 0 && above[k] == words && above[k-1] == label
}

// nextFilled is the second cell of a row that is not empty, 0 for none.
func nextFilled(row []look) int {
	for col := 1; col < len(row); col++ {
		if row[col] != empty {
			return col
		}
	}
	return 0
}

// share is how much of so many a column has of what the fullest one has; all of it where
// none has any.
func share(count []int, col, of int) int {
	most := 0
	for _, n := range count {
		most = max(most, n)
	}
	switch {
	case most == 0:
		return of
	case col < len(count):
		return of * count[col] / most
	}
	return 0
}

// around is what the lines around a row have in their columns.
type around struct {
	figures, labels []int
	rows            int   // with figures
	filled          []int // in rows without
}

// beside looks at the lines before and behind a row, up to a row of headings.
func (s *rowSearch) beside(r span) around {
	a := around{figures: make([]int, s.widest+1), labels: make([]int, s.widest+1), filled: make([]int, s.widest+1)}
	k, _ := slices.BinarySearchFunc(s.found, r.from, func(f span, at int) int { return f.to - 1 - at })
	for j, n := k-1, 0; j >= 0 && n < mostBeside && a.add(s.held[j]); j, n = j-1, n+1 {
	}
	for n := 0; k < len(s.found) && n < mostBeside; k++ {
		if s.found[k].from < r.to {
			continue
		}
		if n++; !a.add(s.held[k]) {
			break
		}
	}
	return a
}

// headings reports a row of headings, which looks like none of the rows around it.
func headings(row []look) bool {
	const fewest = 3
	named := 0
	for col, l := range row {
		if l == label && col > 0 {
			named++
		}
	}
	return named >= fewest && !slices.Contains(row, figure)
}

// labelsAlone reports a row of three headings and more, the first of which is that of the others:
// 年度目标 | 预期目标 | 实际完成情况. It looks like none of the rows around it either.
func labelsAlone(row []look, filled int) bool {
	n := 0
	for _, l := range row {
		if l == label {
			n++
		}
	}
	return n > 2 && n == filled
}

// add counts a line; false for a row of headings.
func (a *around) add(line []look) bool {
	if headings(line) {
		return false
	}
	in := 0
	for _, l := range line {
		if l == figure {
			in++
		}
	}
	if in > 0 {
		a.rows++
	}
	for col, l := range line {
		switch {
		case col >= len(a.figures):
		case l == figure:
			a.figures[col]++
		case l == label && col > 0:
			a.labels[col]++
		}
		if in == 0 && l != empty && len(line) > 1 && col < len(a.filled) {
			a.filled[col]++
		}
	}
	return true
}

// emptyEnd reports a line that ends in a separator.
func (m *mender) emptyEnd() bool {
	for _, p := range m.pieces {
		if strings.HasSuffix(p.text, m.separator) {
			return true
		}
	}
	return false
}
