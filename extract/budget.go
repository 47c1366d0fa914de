package extract

import "fmt"

// Budget counts what is taken of one input against its Limits, over everything
// that is read of it. What a file says once and shows often (a text that a
// number format repeats, a note that is referred to again, a cell that covers a
// thousand columns) is counted before it is made: a file of two kilobytes may
// ask for gigabytes.
type Budget struct {
	limits              Limits
	rows, cells         int
	text, made, covered int
}

// NewBudget is a Budget of which nothing is used.
func NewBudget(l Limits) *Budget { return &Budget{limits: l} }

// Rows counts rows and lines that hold something.
func (b *Budget) Rows(n int) error {
	if b.rows += n; b.rows > b.limits.Rows {
		return LimitError(b.limits.Rows, Text{ZH: "行", EN: "rows"})
	}
	return nil
}

// Cells counts cells and lines with text.
func (b *Budget) Cells(n int) error {
	if b.cells += n; b.cells > b.limits.Cells {
		return LimitError(b.limits.Cells, Text{ZH: "个单元格", EN: "cells"})
	}
	return nil
}

// Text counts bytes of text that go into a Document.
func (b *Budget) Text(bytes int) error { return b.bytes(&b.text, bytes) }

// Make counts bytes of text about to be made of what the file holds once.
func (b *Budget) Make(bytes int) error { return b.bytes(&b.made, bytes) }

func (b *Budget) bytes(of *int, n int) error {
	// What is asked for may itself be too large to be added.
	if most := b.limits.Text; n > most-*of {
		return LimitError(most>>20, Text{ZH: "MB 文字", EN: "MB of text"})
	}
	*of += n
	return nil
}

// Cover counts places that merged cells cover, rows times columns.
func (b *Budget) Cover(rows, cols int) error {
	if most := b.limits.Places; rows > most || cols > most || rows*cols > most-b.covered {
		return LimitError(most, Text{ZH: "个合并位置", EN: "merged places"})
	}
	b.covered += rows * cols
	return nil
}

// LimitError names the limit that was passed.
func LimitError(limit int, of Text) *Error {
	return &Error{
		Kind: ErrLimit,
		Reason: Text{
			ZH: fmt.Sprintf("超过上限 %d %s，不像一份自评表", limit, of.ZH),
			EN: fmt.Sprintf("over the limit of %d %s; this is not the size of a form", limit, of.EN),
		},
		Hint: Text{ZH: "请只保留自评表部分，或拆成几个文件", EN: "keep the form alone, or split the file"},
	}
}
