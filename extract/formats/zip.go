package formats

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"io"
	"math"
	"strings"

	"ziping/extract"
	"ziping/extract/opc"
)

// sniffZip tells what a packed file is: by the parts that it lists and what the
// main one begins with. What else its bytes hold tells nothing, as files lie
// packed in files: a Word document has the workbook of its chart.
func sniffZip(data []byte) Kind {
	p, err := opc.Open(data, "ZIP", extract.Limits{Bytes: math.MaxInt64, Unpacked: 4 << 20})
	if err != nil {
		return sniffBegun(data)
	}
	if kind, err := p.Bytes("mimetype", 100); err == nil && kind != nil {
		return mimeKind(kind)
	}
	main := p.Main()
	switch kind := rootKind(p, main); {
	case p.Has(opc.TypesPart) && kind == Unknown:
		return kindByName(main) // damaged, which its reader says, or of another kind
	case kind == XLSX && ownSummary(p):
		return Summary
	case kind != Unknown:
		return kind
	case p.Has("OFD.xml"):
		return OFD
	case p.Has("content.xml") && p.Has("META-INF/manifest.xml"):
		return ODF // of programs that leave the kind out
	}
	return Unknown
}

// ownSummary reports the workbook that sums a run up. Its sheets list forms under the
// headings of forms, and would be read as some.
func ownSummary(p *opc.Package) bool {
	about, err := p.Bytes("docProps/core.xml", 4<<10)
	return err == nil && bytes.Contains(about, []byte(">ziping.summary/"))
}

// mimeKind is the kind by the part named mimetype: OpenDocument has it, and so
// have books. Slides and drawings are nothing that holds a form.
func mimeKind(said []byte) Kind {
	name, ok := bytes.CutPrefix(said, []byte("application/vnd.oasis.opendocument."))
	if ok && (bytes.HasPrefix(name, []byte("text")) || bytes.HasPrefix(name, []byte("spreadsheet"))) {
		return ODF
	}
	return Unknown
}

// rootKind is the kind by what the main part begins with, wherever it lies.
func rootKind(p *opc.Package, main string) Kind {
	switch space, root := p.Root(main); {
	case space == opc.Word && root == "document":
		return DOCX
	case space == opc.Sheet && root == "workbook":
		return XLSX
	}
	return Unknown
}

// kindByName is the kind that a part with such a name belongs to.
func kindByName(part string) Kind {
	part = strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(part, `\`, "/"), "/"))
	switch {
	case strings.HasPrefix(part, "xl/") && strings.HasSuffix(part, ".bin"):
		return XLSB
	case strings.HasPrefix(part, "xl/"):
		return XLSX
	case strings.HasPrefix(part, "word/"):
		return DOCX
	case part == "ofd.xml":
		return OFD
	}
	return Unknown
}

// sniffBegun tells what a packed file is that breaks off, and so has lost the
// list of its parts: by the parts that stand whole or begin in it.
func sniffBegun(data []byte) Kind {
	kind := Unknown
	eachBegun(data, func(name string, content []byte) bool {
		if name == "mimetype" {
			kind = mimeKind(content)
			return false
		}
		kind = kindByName(name)
		return kind == Unknown
	})
	return kind
}

// brokenOff reports a packed file without the list of its parts.
func brokenOff(data []byte) bool {
	return bytes.HasPrefix(data, []byte(zipMark)) && !bytes.Contains(data[max(0, len(data)-(1<<16)-22):], []byte("PK\x05\x06"))
}

const (
	maxBegun  = 1_000    // parts of a broken file that are looked at
	maxUnpack = 64 << 20 // bytes unpacked to find where they end
)

// eachBegun follows the parts of a packed file from its beginning, as long as
// each says, or shows, where the next begins. content is what is left of a part.
func eachBegun(data []byte, do func(name string, content []byte) bool) {
	budget := int64(maxUnpack)
	for range maxBegun {
		if len(data) < 30 || !bytes.HasPrefix(data, []byte("PK\x03\x04")) {
			return
		}
		flags, method := binary.LittleEndian.Uint16(data[6:]), binary.LittleEndian.Uint16(data[8:])
		size := int64(binary.LittleEndian.Uint32(data[18:]))
		head := 30 + int(binary.LittleEndian.Uint16(data[26:]))
		extra := int(binary.LittleEndian.Uint16(data[28:]))
		if head+extra > len(data) {
			return
		}
		name := string(data[30:head])
		data = data[head+extra:]
		if !do(name, data[:min(size, int64(len(data)))]) {
			return
		}
		switch {
		case flags&8 == 0:
			if size > int64(len(data)) {
				return
			}
			data = data[size:]
		case method == 8: // the size stands behind the part
			r := bytes.NewReader(data)
			n, err := io.Copy(io.Discard, io.LimitReader(flate.NewReader(r), budget))
			if budget -= n; err != nil || budget <= 0 {
				return
			}
			data = data[len(data)-r.Len():]
			data = bytes.TrimPrefix(data, []byte("PK\x07\x08"))
			for _, sizes := range []int{12, 20} {
				if len(data) > sizes && bytes.HasPrefix(data[sizes:], []byte("PK")) {
					data = data[sizes:]
					break
				}
			}
		default:
			return
		}
	}
}
