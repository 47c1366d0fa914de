// Package drawn reads the tables that programs draw in text: between rulings of characters, or
// in columns of one width.
//
//	text, ok := drawn.Unframed(text, lineEnd)   // +----+----+ and ┌──┬──┐
//	text, ok = drawn.Aligned(text)              // blanks where a column ends
//
// Each gives the text with a row to a line and | between its cells; false leaves it as it is.
package drawn
