package pdfout

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"html"
	"slices"
	"strings"
)

// xmp is the metadata stream that an archive reads. It claims PDF/A-2u, which
// the writer aims at; docs/design.md says what is checked and what is missing.
func xmp(title, subject, creator, lang string) []byte {
	e := func(s string) string {
		return html.EscapeString(strings.Map(func(r rune) rune {
			if r < 0x20 || r == 0xfffe || r == 0xffff {
				return -1
			}
			return r
		}, s))
	}
	return fmt.Appendf(nil, `<?xpacket begin="%s" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>%s</xmp:CreatorTool>
<pdf:Producer>%s</pdf:Producer>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`, "\ufeff", e(title), e(subject), lang, e(creator), e(creator))
}

// subsetTag is what the library writes before the font's name, and the tag of
// six capitals that ISO 32000-1, 9.6.4, wants there for a subset: as long, so
// that no offset moves.
var subsetTag = [2]string{"/utf8zp+", "/ZIPING+"}

// linkFlags is what the library writes of each link, and as long with the flag that
// PDF/A wants of it; what an annotation is need not be said.
var linkFlags = [2]string{"/Type /Annot /Subtype /Link", "/F 4         /Subtype /Link"}

// trailer mends the end of the file, which lies behind every offset: it adds
// the file identifier that fpdf leaves out and PDF/A wants, made from the
// input's hash so that it is the same each time, and lets /Info name the
// information dictionary, which fpdf misses by one when there is an output intent.
func trailer(pdf []byte, sha string) []byte {
	if len(sha) < 32 {
		sha = strings.Repeat("0", 32)
	}
	pdf = undated(bytes.ReplaceAll(pdf, []byte(subsetTag[0]), []byte(subsetTag[1])))
	pdf = bytes.ReplaceAll(pdf, []byte(linkFlags[0]), []byte(linkFlags[1]))
	const begin = "trailer\n<<\n"
	i := bytes.LastIndex(pdf, []byte(begin))
	if i < 0 {
		return pdf
	}
	out := append([]byte(nil), pdf[:i]...)
	out = fmt.Appendf(out, "%s/ID [<%s><%s>]\n", begin, sha[:32], sha[:32])
	rest := pdf[i+len(begin):]
	if n := infoObject(pdf); n > 0 {
		if from := bytes.Index(rest, []byte("/Info ")); from >= 0 {
			if to := bytes.IndexByte(rest[from:], '\n'); to >= 0 {
				out = append(out, rest[:from]...)
				out = fmt.Appendf(out, "/Info %d 0 R", n)
				rest = rest[from+to:]
			}
		}
	}
	return append(out, rest...)
}

// undated takes the times out of the information dictionary, which fpdf always writes. No
// time is known that would be true: blanks stand in their place, so that no offset moves.
func undated(pdf []byte) []byte {
	at := bytes.LastIndex(pdf, []byte("\n/CreationDate ("))
	if at < 0 {
		return pdf
	}
	end := bytes.Index(pdf[at:], []byte("\n>>"))
	if end < 0 {
		return pdf
	}
	for i := at + 1; i < at+end; i++ {
		pdf[i] = ' '
	}
	return pdf
}

// infoObject is the number of the dictionary that begins with /Producer.
func infoObject(pdf []byte) int {
	at := bytes.LastIndex(pdf, []byte(" 0 obj\n<<\n/Producer"))
	if at < 0 {
		return 0
	}
	n, place := 0, 1
	for i := at - 1; i >= 0 && pdf[i] >= '0' && pdf[i] <= '9'; i-- {
		n += int(pdf[i]-'0') * place
		place *= 10
	}
	return n
}

// srgb is a minimal ICC profile of the sRGB colour space: its primaries and
// white point by the standard IEC 61966-2-1, adapted to D50, and a gamma of 2.2.
func srgb() []byte {
	be := binary.BigEndian
	fixed := func(v float64) []byte { return be.AppendUint32(nil, uint32(int32(v*65536+0.5))) }
	xyz := func(x, y, z float64) []byte {
		out := append([]byte("XYZ \x00\x00\x00\x00"), fixed(x)...)
		return append(append(out, fixed(y)...), fixed(z)...)
	}
	text := func(s string) []byte { return append([]byte("text\x00\x00\x00\x00"), s+"\x00"...) }
	desc := func(s string) []byte {
		out := append([]byte("desc\x00\x00\x00\x00"), be.AppendUint32(nil, uint32(len(s)+1))...)
		out = append(out, s+"\x00"...)
		return append(out, make([]byte, 4+4+2+1+67)...)
	}
	curve := append([]byte("curv\x00\x00\x00\x00\x00\x00\x00\x01"), 0x02, 0x33) // 2.2 as 8.8 fixed
	tags := []struct {
		name string
		data []byte
	}{
		{"desc", desc("sRGB")}, {"cprt", text("no copyright")}, {"wtpt", xyz(0.9642, 1, 0.8249)},
		{"rXYZ", xyz(0.4360, 0.2225, 0.0139)}, {"gXYZ", xyz(0.3851, 0.7169, 0.0971)}, {"bXYZ", xyz(0.1431, 0.0606, 0.7141)},
		{"rTRC", curve}, {"gTRC", curve}, {"bTRC", curve},
	}
	table := be.AppendUint32(nil, uint32(len(tags)))
	var data []byte
	at := 128 + 4 + 12*len(tags)
	for _, t := range tags {
		for len(data)%4 != 0 {
			data = append(data, 0)
		}
		table = append(table, t.name...)
		table = be.AppendUint32(table, uint32(at+len(data)))
		table = be.AppendUint32(table, uint32(len(t.data)))
		data = append(data, t.data...)
	}
	for len(data)%4 != 0 {
		data = append(data, 0)
	}
	head := make([]byte, 128)
	be.PutUint32(head, uint32(128+len(table)+len(data)))
	be.PutUint32(head[8:], 0x02100000) // version 2.1
	copy(head[12:], "mntrRGB XYZ ")
	be.PutUint16(head[24:], 2000) // made on a fixed day
	be.PutUint16(head[26:], 1)
	be.PutUint16(head[28:], 1)
	copy(head[36:], "acsp")
	copy(head[68:], fixed(0.9642))
	copy(head[72:], fixed(1))
	copy(head[76:], fixed(0.8249))
	return slices.Concat(head, table, data)
}
