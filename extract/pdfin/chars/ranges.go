package chars

import (
	"regexp"
	"strconv"

	"ziping/extract/pdfin/evidence"
	"ziping/extract/pdfin/packed"
	"ziping/extract/pdfin/pdfium"
)

// A font may name thousands of characters in one range of its map, as recognition
// writes the hidden layer of a scan: <0000> <FFFF> <0000>. PDFium takes the first 256
// of them and holds the others to have no name. The file names them all the same,
// and nothing else does: such a layer has no ink.

var (
	mapOfFont = regexp.MustCompile(`/ToUnicode\s+(\d+)\s+\d+\s+R`)
	nameOf    = regexp.MustCompile(`/BaseFont\s*/([^\s/<>\[\]()]+)`)
	inRanges  = regexp.MustCompile(`(?s)beginbfrange(.*?)endbfrange`)
	oneRange  = regexp.MustCompile(`<([0-9A-Fa-f]{1,4})>\s*<([0-9A-Fa-f]{1,4})>\s*<([0-9A-Fa-f]{4})>`)
)

// span is a range of codes and the character of the first.
type span struct{ from, to, is rune }

// ranges are the long ranges of a file's fonts, by their names; a name whose fonts
// differ has none.
type ranges map[string][]span

// readRanges finds them.
func readRanges(data []byte) ranges {
	const dict, most = 4_000, 1_000 // the beginning of an object that is a font, and how many are
	out, seen := ranges{}, 0
	objects := packed.Objects(data)
	for _, body := range objects {
		body = body[:min(len(body), dict)]
		if end := endOfObject.FindIndex(body); end != nil {
			body = body[:end[0]]
		}
		m, name := mapOfFont.FindSubmatch(body), nameOf.FindSubmatch(body)
		if m == nil || name == nil {
			continue
		}
		if seen++; seen > most {
			break
		}
		list := longRanges(packed.Stream(objects[string(m[1])]))
		if known, twice := out[string(name[1])]; twice && !equal(known, list) {
			list = nil
		}
		out[string(name[1])] = list
	}
	return out
}

var endOfObject = regexp.MustCompile(`endobj|\bstream\b`)

// longRanges are the ranges of a map that have more than 256 characters.
func longRanges(cmap []byte) (out []span) {
	for _, block := range inRanges.FindAllSubmatch(cmap, 100) {
		for _, m := range oneRange.FindAllSubmatch(block[1], 1000) {
			var v [3]rune
			for i := range v {
				n, _ := strconv.ParseUint(string(m[i+1]), 16, 32)
				v[i] = rune(n)
			}
			if v[1]-v[0] > 255 {
				out = append(out, span{v[0], v[1], v[2]})
			}
		}
	}
	return out
}

func equal(a, b []span) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// inRange gives a character that PDFium holds to have no name the one that a range of
// its font gives it. A font that draws it is asked first (evidence).
func (r *Reader) inRange(ch *evidence.Char) {
	if !ch.Has(evidence.NoName) || !ch.Run.Invisible && ch.Run.Font.Embedded {
		return
	}
	for _, s := range r.fonts.rangesOf(r.page.Object(ch.Index).Font()) {
		if ch.Named >= s.from && ch.Named <= s.to {
			ch.Named, ch.Pieces = s.is+ch.Named-s.from, nil
			ch.Verdict = evidence.Judge(ch.Named, nil)
			return
		}
	}
}

// rangesOf are the long ranges of a font.
func (s *fonts) rangesOf(f pdfium.Font) []span {
	if s.ranges == nil {
		s.ranges = readRanges(s.data)
	}
	return s.ranges[f.Name()]
}
