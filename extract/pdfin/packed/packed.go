// Package packed looks into the objects of a file, packed or not, for what PDFium does
// not tell of its catalog and of its fonts. Of files that are encrypted it sees little.
//
//	packed.Says(data, pattern)             // anywhere in its objects
//	body := packed.Objects(data)["12"]     // what object 12 begins with
//	cmap := packed.Stream(body)            // unpacked
package packed

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
	"strconv"
)

// Bounds on looking through packed objects.
const (
	maxStreams = 2_000
	maxBytes   = 32 << 20
	maxObjects = 300_000
)

var (
	object     = regexp.MustCompile(`\b(\d+)\s+\d+\s+obj\b`)
	firstEntry = regexp.MustCompile(`/First\s+(\d+)`)
	content    = regexp.MustCompile(`stream\r?\n`)
	deflated   = regexp.MustCompile(`/Filter\s*\[?\s*/FlateDecode`)
)

var stream = regexp.MustCompile(`<<[^>]*/Type\s*/ObjStm[^>]*>>\s*stream\r?\n`)

// Each gives the streams of packed objects with their dictionaries.
func Each(data []byte, use func(body, dict []byte)) {
	left := int64(maxBytes)
	for _, at := range stream.FindAllIndex(data, maxStreams) {
		z, err := zlib.NewReader(bytes.NewReader(data[at[1]:]))
		if err != nil {
			continue
		}
		body, _ := io.ReadAll(io.LimitReader(z, left)) // as far as it goes
		left -= int64(len(body))
		use(body, data[at[0]:at[1]])
	}
}

// Says reports that a file has a pattern in its objects, packed or not.
func Says(data []byte, pattern *regexp.Regexp) bool {
	found := pattern.Match(data)
	Each(data, func(body, _ []byte) { found = found || pattern.Match(body) })
	return found
}

// Objects are the objects of a file by their numbers, the last of each; more may
// follow behind their ends.
func Objects(data []byte) map[string][]byte {
	out := map[string][]byte{}
	Each(data, func(body, dict []byte) { unpack(body, dict, out) })
	for _, at := range object.FindAllSubmatchIndex(data, maxObjects) {
		out[string(data[at[2]:at[3]])] = data[at[1]:]
	}
	return out
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

// Stream is what a stream holds that an object is, nil where it is none or packed in
// another way than most are.
func Stream(body []byte) []byte {
	const longest = 1 << 20
	at := content.FindIndex(body[:min(len(body), 4000)])
	if at == nil || bytes.Contains(body[:at[0]], []byte("endobj")) {
		return nil
	}
	dict, data := body[:at[0]], body[at[1]:]
	if !bytes.Contains(dict, []byte("/Filter")) {
		end := bytes.Index(data[:min(len(data), longest)], []byte("endstream"))
		return data[:max(end, 0)]
	}
	if !deflated.Match(dict) {
		return nil
	}
	z, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil
	}
	out, _ := io.ReadAll(io.LimitReader(z, longest)) // as far as it goes
	return out
}
