// Package bracket counts the round brackets of a text, of whatever width: one that
// lost its partner tells that the text was torn, or runs on.
//
//	bracket.Open("部门(单") // 1: runs on
//	bracket.Open("位)")    // -1: began elsewhere
package bracket

import "ziping/text/blank"

// Open is how many brackets a text opens and does not close, below nothing how many it
// closes and has not opened.
func Open(s string) (n int) {
	for _, r := range s {
		switch blank.Half(r) {
		case '(':
			n++
		case ')':
			n--
		}
	}
	return n
}
