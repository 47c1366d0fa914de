package layers

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"

	"ziping/extract/pdfin/packed"
)

// names are those of the layers that a file switches off.
type names map[string]bool

var (
	offList   = regexp.MustCompile(`/OFF\s*\[([0-9R\s]*)\]`)
	offAtAll  = regexp.MustCompile(`/OFF\s*\[\s*\d|/BaseState\s*/OFF`)
	reference = regexp.MustCompile(`(\d+)\s+\d+\s+R`)
	layerName = regexp.MustCompile(`(?s)/Name\s*(\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f\s]*>)`)
)

// offNames finds the names of layers that are switched off.
func offNames(data []byte) names {
	off := map[string]bool{} // numbers of objects
	note := func(text []byte) {
		for _, list := range offList.FindAllSubmatch(text, 100) {
			for _, ref := range reference.FindAllSubmatch(list[1], 1000) {
				off[string(ref[1])] = true
			}
		}
	}
	note(data)
	packed.Each(data, func(body, _ []byte) { note(body) })
	out := names{}
	if len(off) == 0 {
		return out
	}
	objects := packed.Objects(data)
	for n := range off {
		if name, ok := objectName(objects[n]); ok {
			out[name] = true
		}
	}
	return out
}

// switchesOff reports that a file has layers that are off.
func switchesOff(data []byte) bool { return packed.Says(data, offAtAll) }

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
