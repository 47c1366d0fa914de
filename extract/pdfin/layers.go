package pdfin

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
	"strconv"
	"strings"
)

// Layers (optional content) that are switched off are not on the paper. PDFium
// gives their text and lines all the same, marked with the layer, and does not
// say whether it is off. That stands in the file's catalog, which is looked for
// here without regard to structure: a name that is not found stays visible.

// layers are the names of those a file switches off.
type layers map[string]bool

// Bounds on looking through packed objects.
const (
	maxPackedStreams = 2_000
	maxPackedBytes   = 32 << 20
	maxObjects       = 300_000
)

var (
	offList    = regexp.MustCompile(`/OFF\s*\[([0-9R\s]*)\]`)
	offAtAll   = regexp.MustCompile(`/OFF\s*\[\s*\d|/BaseState\s*/OFF`)
	reference  = regexp.MustCompile(`(\d+)\s+\d+\s+R`)
	object     = regexp.MustCompile(`\b(\d+)\s+\d+\s+obj\b`)
	packed     = regexp.MustCompile(`<<[^>]*/Type\s*/ObjStm[^>]*>>\s*stream\r?\n`)
	firstEntry = regexp.MustCompile(`/First\s+(\d+)`)
	layerName  = regexp.MustCompile(`(?s)/Name\s*(\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f\s]*>)`)
)

// offLayers finds the names of layers that are switched off.
func offLayers(data []byte) layers {
	texts, objects := [][]byte{data}, map[string][]byte{}
	eachPacked(data, func(body, dict []byte) {
		texts = append(texts, body)
		unpack(body, dict, objects)
	})
	off := map[string]bool{} // numbers of objects
	for _, t := range texts {
		for _, list := range offList.FindAllSubmatch(t, 100) {
			for _, ref := range reference.FindAllSubmatch(list[1], 1000) {
				off[string(ref[1])] = true
			}
		}
	}
	out := layers{}
	if len(off) == 0 {
		return out
	}
	for _, at := range object.FindAllSubmatchIndex(data, maxObjects) {
		if n := string(data[at[2]:at[3]]); off[n] {
			objects[n] = data[at[1]:] // the last one counts
		}
	}
	for n := range off {
		if name, ok := objectName(objects[n]); ok {
			out[name] = true
		}
	}
	return out
}

// eachPacked gives the streams of packed objects with their dictionaries.
func eachPacked(data []byte, use func(body, dict []byte)) {
	left := int64(maxPackedBytes)
	for _, at := range packed.FindAllIndex(data, maxPackedStreams) {
		z, err := zlib.NewReader(bytes.NewReader(data[at[1]:]))
		if err != nil {
			continue
		}
		body, _ := io.ReadAll(io.LimitReader(z, left)) // as far as it goes
		left -= int64(len(body))
		use(body, data[at[0]:at[1]])
	}
}

// switchesOff reports that a file has layers that are off.
func switchesOff(data []byte) bool {
	found := offAtAll.Match(data)
	eachPacked(data, func(body, _ []byte) { found = found || offAtAll.Match(body) })
	return found
}

// unpack notes where each object of a packed stream begins.
func unpack(body, dict []byte, objects map[string][]byte) {
	m := firstEntry.FindSubmatch(dict)
	if m == nil {
		return
	}
	first, err := strconv.Atoi(string(m[1]))
	if err != nil || first > len(body) {
		return
	}
	index := bytes.Fields(body[:first])
	for i := 0; i+1 < len(index) && len(objects) < maxObjects; i += 2 {
		if at, err := strconv.Atoi(string(index[i+1])); err == nil && at >= 0 && at < len(body)-first {
			objects[string(index[i])] = body[first+at:]
		}
	}
}

// objectName is the Name of a layer, whose object body begins with.
func objectName(body []byte) (string, bool) {
	body = body[:min(len(body), 2000)]
	if end := bytes.Index(body, []byte("endobj")); end >= 0 {
		body = body[:end]
	}
	m := layerName.FindSubmatch(body)
	if m == nil {
		return "", false
	}
	return rawString(m[1]), true
}

// rawString is the bytes of a string as PDF writes it.
func rawString(s []byte) string {
	var raw []byte
	if s[0] == '<' {
		hex := strings.Join(strings.Fields(string(s[1:len(s)-1])), "")
		for i := 0; i+1 < len(hex); i += 2 {
			v, _ := strconv.ParseUint(hex[i:i+2], 16, 8)
			raw = append(raw, byte(v))
		}
	} else {
		for i := 1; i < len(s)-1; i++ {
			if s[i] == '\\' && i+1 < len(s)-1 {
				i++
				if n := min(i+3, len(s)-1); s[i] >= '0' && s[i] <= '7' {
					for n > i+1 && (s[n-1] < '0' || s[n-1] > '7') {
						n--
					}
					v, _ := strconv.ParseUint(string(s[i:n]), 8, 16)
					raw = append(raw, byte(v))
					i = n - 1
					continue
				}
			}
			raw = append(raw, s[i])
		}
	}
	return string(raw)
}

// switched tells of page objects whether their layer is off.
type switched struct {
	c    *calls
	data []byte
	off  layers // nil until a mark of a layer is met
	any  *bool  // nil until it is asked for

	count, mark, name, value *call
}

func newSwitched(c *calls, data []byte) *switched {
	return &switched{c: c, data: data, count: c.fn("FPDFPageObj_CountMarks"), mark: c.fn("FPDFPageObj_GetMark"),
		name: c.fn("FPDFPageObjMark_GetName"), value: c.fn("FPDFPageObjMark_GetParamBlobValue")}
}

// mayHide reports that the file has layers that are off, so that what is drawn
// by way of forms may lie on one without a mark.
func (s *switched) mayHide() bool {
	if s.any == nil {
		v := switchesOff(s.data)
		s.any = &v
	}
	return *s.any
}

// isOff reports that an object lies on a layer that is switched off.
func (s *switched) isOff(obj uint64) bool {
	c := s.c
	for i := range min(max(s.count.int(obj), 0), 32) {
		mark := s.mark.raw(obj, uint64(i))
		if uint32(mark) == 0 || !s.name.ok(mark, c.at(20), 64, c.at(0)) || c.u32(c.at(0)) != 6 || string(c.bytes(c.at(20), 4)) != "O\x00C\x00" {
			continue
		}
		if s.off == nil {
			s.off = offLayers(s.data)
		}
		if len(s.off) > 0 && s.off[s.layer(mark)] {
			return true
		}
	}
	return false
}

// layer is the name of the layer that a mark refers to.
func (s *switched) layer(mark uint64) string {
	c := s.c
	const room = 400
	copy(c.bytes(c.at(1), 8), "Name\x00")
	if !s.value.ok(mark, c.at(1), c.at(20), room, c.at(0)) {
		return ""
	}
	return string(c.bytes(c.at(20), min(int(c.u32(c.at(0))), room)))
}
