package glue

import "ziping/normalize/lexicon"

// cutter cuts one text.
type cutter struct {
	*text
	lex    *lexicon.Lexicon
	pieces []piece
	blocks int // where the first block begins
}

func (c *cutter) add(from, to int) {
	if from < to {
		c.pieces = append(c.pieces, piece{from: from, to: to})
	}
}

// keep adds what could not be cut.
func (c *cutter) keep(from, to int) {
	if from < to {
		c.pieces = append(c.pieces, piece{from: from, to: to, uncut: true})
	}
}

func (c *cutter) blanks(n int) {
	for range n {
		c.pieces = append(c.pieces, piece{})
	}
}

// piece is a cell of the text, or an empty one.
type piece struct {
	from, to int
	uncut    bool
}
