package formats

import (
	"bytes"
	"encoding/binary"
	"slices"
)

// sniffOLE tells what a compound file of the old office programs is by the
// streams at its root. Slides, mails and a folder's thumbnails are compound
// files too. One whose list of streams is lost may be any of them.
func sniffOLE(data []byte) Kind {
	names := rootStreams(data)
	has := func(name string) bool { return slices.Contains(names, name) }
	switch {
	case has("EncryptedPackage"):
		return Encrypted
	case names == nil, has("WordDocument"), has("Workbook"), has("Book"):
		return OLE
	}
	return Unknown
}

const (
	noEntry    = 0xFFFFFFFF
	entrySize  = 128
	maxSectors = 4_000 // of the directory
)

// rootStreams lists what lies at the root of a compound file, nil where the
// directory cannot be followed.
func rootStreams(data []byte) []string {
	u16 := func(at int) int { return int(binary.LittleEndian.Uint16(data[at:])) }
	u32 := func(at int) uint32 { return binary.LittleEndian.Uint32(data[at:]) }
	if len(data) < 512 {
		return nil
	}
	shift := u16(30)
	if shift != 9 && shift != 12 {
		return nil
	}
	size := int64(1) << shift
	at := func(sector uint32) (int64, bool) { // where a sector begins
		from := (int64(sector) + 1) * size
		return from, from+size <= int64(len(data))
	}
	var directory []byte
	for sector, n := u32(48), 0; sector < 0xFFFFFFFA; n++ {
		from, ok := at(sector)
		if !ok || n > maxSectors {
			return nil
		}
		directory = append(directory, data[from:from+size]...)
		perSector := uint32(size / 4)
		if sector/perSector >= 109 {
			return nil // a file of hundreds of megabytes lists these sectors elsewhere
		}
		table, ok := at(u32(76 + 4*int(sector/perSector)))
		if !ok {
			return nil
		}
		sector = u32(int(table) + 4*int(sector%perSector))
	}
	return children(directory)
}

// children lists the entries below the first, which is the root: a tree whose
// nodes name what is left and right of them.
func children(directory []byte) []string {
	entries := len(directory) / entrySize
	field := func(entry uint32, at int) uint32 {
		return binary.LittleEndian.Uint32(directory[int(entry)*entrySize+at:])
	}
	if entries == 0 {
		return nil
	}
	out := []string{}
	seen := make([]bool, entries)
	todo := []uint32{field(0, 76)}
	for len(todo) > 0 {
		e := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if int64(e) >= int64(entries) || seen[e] {
			continue
		}
		seen[e] = true
		todo = append(todo, field(e, 68), field(e, 72))
		raw := directory[int(e)*entrySize:][:64]
		length := min(64, int(binary.LittleEndian.Uint16(directory[int(e)*entrySize+64:])))
		out = append(out, string(bytes.ReplaceAll(raw[:length], []byte{0}, nil)))
	}
	return out
}

// rawBIFF reports a workbook without a container, as Excel 2 to 4 wrote them
// and old programs that export still do: the record that begins every one, with
// its length and the kinds of stream that there are.
func rawBIFF(data []byte) bool {
	if len(data) < 8 {
		return false
	}
	record, length, stream := binary.LittleEndian.Uint16(data), binary.LittleEndian.Uint16(data[2:]), binary.LittleEndian.Uint16(data[6:])
	switch record {
	case 0x0009, 0x0209, 0x0409:
		if length < 4 || length > 8 {
			return false
		}
	case 0x0809:
		if length != 8 && length != 16 {
			return false
		}
	default:
		return false
	}
	return slices.Contains([]uint16{0x0005, 0x0006, 0x0010, 0x0020, 0x0040, 0x0100}, stream)
}
