package join

import (
	"math"
	"strings"
	"unicode/utf8"

	"ziping/extract/grid/sheet"
	"ziping/extract/grid/table"
)

// Whether the first row of a page is the rest of the last row of the page before.
// Each column says what it can of that, from its border, the room there was, the
// end of its text, and whether that text was torn; what they say is added up. No
// column decides by being asked first.

// sign is what one column says of the break.
type sign int

const (
	silent     sign = iota // nothing on either page, or the label of a group
	tornFigure             // 2024年4 / 月2日: a number or date parted from its rest
	tornWord               // a bracket that opens here and closes there, one heading
	runsOn                 // a full line that stops within a sentence
	ended                  // text here and none there: it was finished
	moved                  // none here and text there that had no room here
	fullStop               // a full line that ends as a sentence does, or a new number behind it
	outOfSpace             // figures on both pages, the second without room here
	complete               // a line that was not full, and text there
	opens                  // a complete text and another, in the first column of the row
	begins                 // none here, and text there that had room here
	twoFigures             // a figure on both pages, each where it has room
	newGroup               // what begins there spans rows of its own
)

// weight is how much a sign speaks for a row that goes on. On 8,000 breaks of
// printed forms no row went on that showed one of the last three, and every row did
// that showed a torn figure. Of the rest it takes two that speak for it to outweigh one
// complete text, of which one must be a text that ended.
var weight = [...]float64{
	silent: 0, tornFigure: 20, tornWord: 1, runsOn: 0.9, ended: 1, moved: -0.3, fullStop: -0.4,
	outOfSpace: -1.5, complete: -2, opens: -6, begins: never, twoFigures: never, newGroup: never,
}

const never = -100

// alsoRuns is what each further text says that runs on. One speaks for a row that goes
// on; that most columns have text on both pages is what two rows look like, and in a
// narrow table every line is full.
const alsoRuns = -0.4

// rowGoesOn adds up what the columns say. A row with nothing behind the break is
// for cutBelowText to judge. Where a figure stands on both pages, that texts run on
// is no sign at all: rows of figures are many, and two joined are a wrong figure.
func (t *growing) rowGoesOn(bottom, pairs []*table.Entry) bool {
	sum, runs, filled, figures := 0.0, 0.0, false, false
	first := true // in the first column of the row that is no label of a group
	for i, a := range bottom {
		s := t.sign(i, bottom, pairs)
		if a.Rows == 1 && !a.Empty() {
			if first && (s == complete || s == fullStop) && !outOfRoom(a, pairs[i]) {
				s = opens
			}
			first = false
		}
		switch s {
		case runsOn, tornWord:
			if runs > 0 {
				sum += alsoRuns
			}
			runs = math.Max(runs, weight[s])
		default:
			sum += weight[s]
		}
		figures = figures || s == outOfSpace
		filled = filled || s != silent && s != ended
	}
	if !figures {
		sum += runs
	}
	return filled && sum >= 0
}

// sign is what column i says.
func (t *growing) sign(i int, bottom, pairs []*table.Entry) sign {
	a, b := bottom[i], pairs[i]
	alone := a.Rows == 1 && b.Rows == 1 // the text of a merged cell stands anywhere
	switch ea, eb := a.Empty(), b.Empty(); {
	case ea && eb, ea && !alone, eb && a.Rows > 1:
		return silent
	case ea && movedBehind(i, bottom, pairs):
		return moved
	case ea:
		return begins
	case eb:
		return ended
	}
	torn := t.cutsWord(a, b)
	switch {
	case torn && !alone:
		return silent // the label of a group, wherever the row ends
	case torn && a.LastPart().Sheet.Words.PartsNumber(a.Key(), b.Key()):
		return tornFigure
	case torn:
		return tornWord
	case b.Rows > 1 && labelStops(t.doc, a):
		return newGroup
	case b.Rows > 1:
		return silent // the row itself tells
	case sheet.Amount(a.Key()) && sheet.Amount(b.Key()):
		if a.Rows > 1 || !outOfRoom(a, b) {
			return twoFigures
		}
		return outOfSpace
	}
	full, stop := ending(a)
	switch {
	case !full:
		return complete
	case stop || b.Parts[0].Sheet.Words.Numbered(b.Text()):
		return fullStop
	}
	return runsOn
}

// labelStops reports whether the label of a group reads as whole before the break: it
// is a known heading, or its last line was not full. What stands behind the break
// beside rows of its own is another label then; else it may be the rest of this one.
func labelStops(d *sheet.Document, a *table.Entry) bool {
	full, stop := ending(a)
	return !full || stop || d.Heading(a.Key())
}

// almostFull is what a full line may leave empty, in character sizes: a word of one
// character goes to the next line with the punctuation behind it.
const almostFull = 1.5

// ending tells whether the last line of a cell is full, and whether it ends as a
// sentence does.
func ending(a *table.Entry) (full, stop bool) {
	q := a.LastPart()
	if len(q.Cell.Lines) == 0 {
		return false, true
	}
	l := &q.Cell.Lines[len(q.Cell.Lines)-1]
	em := q.Sheet.Glyphs[l.Glyphs[0]].Size
	last, _ := utf8.DecodeLastRuneInString(q.Sheet.LineText(l))
	full = l.Box[2]-l.Box[0] > q.Sheet.Room(q.Cell.Lines, q.Cell.Box)-almostFull*em
	return full, strings.ContainsRune("。；;！？", last)
}
