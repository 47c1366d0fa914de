// Package packed looks into the packed objects of a file, for what PDFium does not
// tell of its catalog.
//
//	packed.Each(data, func(body, dict []byte) { found = found || pattern.Match(body) })
package packed

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
)

// Bounds on looking through packed objects.
const (
	maxStreams = 2_000
	maxBytes   = 32 << 20
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
