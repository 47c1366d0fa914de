package pdfbuild

import (
	"encoding/binary"
	"sort"
)

// subset makes a font of some glyphs in the given order; the first is number 0.
// chars, if not nil, becomes its character map (character → new number).
func (f *Font) subset(order []int, chars map[rune]int) []byte {
	if chars == nil {
		return f.subsetWith(order, nil)
	}
	return f.subsetWith(order, cmap12(chars))
}

// subsetWith is subset with the character map ready to be stored.
func (f *Font) subsetWith(order []int, cmap []byte) []byte {
	be := binary.BigEndian
	number := map[int]int{}
	for i, g := range order {
		if _, ok := number[g]; !ok {
			number[g] = i
		}
	}
	order = append([]int(nil), order...)
	var glyf, loca, hmtx []byte
	for i := 0; i < len(order); i++ { // grows by the parts of compound glyphs
		g := append([]byte(nil), f.outlineData(order[i])...)
		for _, at := range parts(g) {
			old := int(be.Uint16(g[at:]))
			if _, ok := number[old]; !ok {
				number[old] = len(order)
				order = append(order, old)
			}
			be.PutUint16(g[at:], uint16(number[old]))
		}
		loca = be.AppendUint32(loca, uint32(len(glyf)))
		glyf = append(glyf, g...)
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
		m := f.tables["hmtx"]
		k := min(order[i], f.longs-1)
		hmtx = append(hmtx, m[4*k:4*k+4]...)
	}
	loca = be.AppendUint32(loca, uint32(len(glyf)))
	head := append([]byte(nil), f.tables["head"]...)
	be.PutUint16(head[50:], 1)
	maxp := append([]byte(nil), f.tables["maxp"]...)
	be.PutUint16(maxp[4:], uint16(len(order)))
	hhea := append([]byte(nil), f.tables["hhea"]...)
	be.PutUint16(hhea[34:], uint16(len(order)))
	t := map[string][]byte{"head": head, "maxp": maxp, "hhea": hhea, "hmtx": hmtx, "loca": loca, "glyf": glyf}
	for _, keep := range []string{"cvt ", "fpgm", "prep"} {
		if d := f.tables[keep]; d != nil {
			t[keep] = d
		}
	}
	if cmap != nil {
		t["cmap"] = cmap
	}
	return fontFile(t)
}

func cmap12(chars map[rune]int) []byte {
	be := binary.BigEndian
	var list []rune
	for r := range chars {
		list = append(list, r)
	}
	sort.Slice(list, func(i, k int) bool { return list[i] < list[k] })
	out := []byte{0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12, 0, 12, 0, 0}
	out = be.AppendUint32(out, uint32(16+12*len(list)))
	out = be.AppendUint32(out, 0)
	out = be.AppendUint32(out, uint32(len(list)))
	for _, r := range list {
		out = be.AppendUint32(out, uint32(r))
		out = be.AppendUint32(out, uint32(r))
		out = be.AppendUint32(out, uint32(chars[r]))
	}
	return out
}

// fontFile joins tables into a file.
func fontFile(tables map[string][]byte) []byte {
	be := binary.BigEndian
	var names []string
	for n := range tables {
		names = append(names, n)
	}
	sort.Strings(names)
	out := []byte{0, 1, 0, 0}
	out = be.AppendUint16(out, uint16(len(names)))
	power, log := 1, 0
	for power*2 <= len(names) {
		power, log = power*2, log+1
	}
	out = be.AppendUint16(out, uint16(power*16))
	out = be.AppendUint16(out, uint16(log))
	out = be.AppendUint16(out, uint16((len(names)-power)*16))
	at := 12 + 16*len(names)
	var body []byte
	for _, n := range names {
		d := tables[n]
		out = append(out, n...)
		sum := uint32(0)
		for i := 0; i < len(d); i += 4 {
			var w [4]byte
			copy(w[:], d[i:])
			sum += be.Uint32(w[:])
		}
		out = be.AppendUint32(out, sum)
		out = be.AppendUint32(out, uint32(at+len(body)))
		out = be.AppendUint32(out, uint32(len(d)))
		body = append(body, d...)
		for len(body)%4 != 0 {
			body = append(body, 0)
		}
	}
	return append(out, body...)
}
