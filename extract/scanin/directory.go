package scanin

import "encoding/binary"

// directory is a list of tagged values, as TIFF and EXIF have them.
type directory struct {
	data    []byte
	order   binary.ByteOrder
	entries []byte // twelve bytes each
	next    uint32
}

const entrySize = 12

// openDirectory is the first directory of a file with TIFF's head.
func openDirectory(data []byte) (directory, bool) {
	if len(data) < tiffHead || !isTIFF(data) {
		return directory{}, false
	}
	order := byteOrder(data)
	return directoryAt(data, order, order.Uint32(data[4:]))
}

func directoryAt(data []byte, order binary.ByteOrder, at uint32) (directory, bool) {
	from := int64(at)
	if from < tiffHead || from+2 > int64(len(data)) {
		return directory{}, false
	}
	n := int64(order.Uint16(data[from:]))
	from += 2
	end := from + n*entrySize
	if end+4 > int64(len(data)) {
		return directory{}, false
	}
	return directory{data: data, order: order, entries: data[from:end], next: order.Uint32(data[end:])}, true
}

// entry is the type and the value field of a tag.
func (d directory) entry(tag uint16) (kind uint16, value []byte) {
	for e := d.entries; len(e) >= entrySize; e = e[entrySize:] {
		if d.order.Uint16(e) == tag {
			return d.order.Uint16(e[2:]), e[8:entrySize]
		}
	}
	return 0, nil
}

// field is the type of a tag, how many values it has, and its value field.
func (d directory) field(tag uint16) (kind uint16, n uint32, value [4]byte) {
	for e := d.entries; len(e) >= entrySize; e = e[entrySize:] {
		if d.order.Uint16(e) == tag {
			return d.order.Uint16(e[2:]), d.order.Uint32(e[4:]), [4]byte(e[8:entrySize])
		}
	}
	return 0, 0, value
}

// numbers are the whole numbers of a tag.
func (d directory) numbers(tag uint16) []uint32 {
	const short, long = 3, 4
	kind, n, v := d.field(tag)
	wide := int64(4)
	switch kind {
	case short:
		wide = 2
	case long:
	default:
		return nil
	}
	values := v[:]
	if int64(n)*wide > int64(len(values)) {
		at := int64(d.order.Uint32(values))
		if at+int64(n)*wide > int64(len(d.data)) {
			return nil
		}
		values = d.data[at : at+int64(n)*wide]
	}
	out := make([]uint32, n)
	for i := range out {
		if kind == short {
			out[i] = uint32(d.order.Uint16(values[2*i:]))
		} else {
			out[i] = d.order.Uint32(values[4*i:])
		}
	}
	return out
}

// number is a whole number.
func (d directory) number(tag uint16) (uint32, bool) {
	const short, long = 3, 4
	switch kind, v := d.entry(tag); kind {
	case short:
		return uint32(d.order.Uint16(v)), true
	case long:
		return d.order.Uint32(v), true
	}
	return 0, false
}

// rational is a fraction; 0 where there is none.
func (d directory) rational(tag uint16) float64 {
	const rational = 5
	kind, v := d.entry(tag)
	if kind != rational {
		return 0
	}
	at := int64(d.order.Uint32(v))
	if at+8 > int64(len(d.data)) {
		return 0
	}
	of := d.order.Uint32(d.data[at+4:])
	if of == 0 {
		return 0
	}
	return float64(d.order.Uint32(d.data[at:])) / float64(of)
}
