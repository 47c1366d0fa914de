package xlsxin

import (
	"strconv"
	"strings"
)

// position reads a row number or the number of a text; -1 is nonsense.
func position(s string, without int) int {
	if s == "" {
		return without
	}
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	return -1
}

// parseCell reads B12 as column 2, row 12.
func parseCell(ref string) (col, row int, ok bool) {
	i := 0
	for i < len(ref) && i < 4 {
		c := ref[i] | 0x20
		if c < 'a' || c > 'z' {
			break
		}
		col = col*26 + int(c-'a') + 1
		i++
	}
	row, err := strconv.Atoi(ref[i:])
	return col, row, err == nil && i > 0 && col <= lastCol && row >= 1 && row <= lastRow
}

// parseArea reads A1:C3, or A1 alone.
func parseArea(ref string) (area, bool) {
	from, to, ok := strings.Cut(ref, ":")
	if !ok {
		to = from
	}
	c0, r0, ok0 := parseCell(from)
	c1, r1, ok1 := parseCell(to)
	return area{min(r0, r1), min(c0, c1), max(r0, r1), max(c0, c1)}, ok0 && ok1
}

// cellName is the name of a cell as its user knows it.
func cellName(row, col int) string {
	var name []byte
	for ; col > 0; col = (col - 1) / 26 {
		name = append([]byte{byte('A' + (col-1)%26)}, name...)
	}
	return string(name) + strconv.Itoa(row)
}
