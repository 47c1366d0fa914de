package piece

import "ziping/extract/grid/sheet"

// Seats are the words that meet others and the cells they belong to.
type Seats map[*sheet.Word]int

// Seated reports that it is settled which cell a character of a line is in.
func (p *Piece) Seated(n int) bool {
	w := p.Sheet.Meet.Word(n)
	_, ok := p.Seats[w]
	return w != nil && ok
}

// Parted reports characters of two words that meet.
func (p *Piece) Parted(a, b int) bool {
	m := &p.Sheet.Meet
	return m.Of != nil && m.Of[a] != m.Of[b] && p.Seated(a) && p.Seated(b)
}
