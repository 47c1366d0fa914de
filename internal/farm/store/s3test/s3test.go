// Package s3test is a store that speaks S3, in memory, for tests. A library that fakes all
// of S3 would bring a dozen modules for these three verbs, and does not know the one that
// matters: a put that fails where something is.
package s3test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// Server is as much of S3 as the store asks for: objects that are put whole, if there is
// none, got and listed, for one who signs with the key "known".
type Server struct {
	mu      sync.Mutex
	Objects map[string][]byte
	Puts    int
	Full    bool
}

type listing struct {
	XMLName     xml.Name `xml:"ListBucketResult"`
	Name        string
	IsTruncated bool
	Contents    []listed
}

type listed struct {
	Key          string
	Size         int
	ETag         string
	LastModified string
}

// Handler is the server, for httptest.
func (f *Server) Handler() http.Handler { return http.HandlerFunc(f.answer) }

func (f *Server) answer(w http.ResponseWriter, r *http.Request) {
	f.mu.Lock()
	defer f.mu.Unlock()
	fail := func(status int, code string) {
		w.Header().Set("Content-Type", "application/xml")
		w.WriteHeader(status)
		fmt.Fprintf(w, "<Error><Code>%s</Code><Message>%s</Message></Error>", code, code)
	}
	if !strings.Contains(r.Header.Get("Authorization"), "Credential=known/") {
		fail(http.StatusForbidden, "InvalidAccessKeyId")
		return
	}
	bucket, key, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
	if bucket != "forms" {
		fail(http.StatusNotFound, "NoSuchBucket")
		return
	}
	data, there := f.Objects[key]
	switch {
	case r.URL.Query().Has("location"):
		fmt.Fprint(w, `<LocationConstraint></LocationConstraint>`)
	case r.Method == http.MethodGet && key == "":
		l := listing{Name: bucket}
		for k, v := range f.Objects {
			if strings.HasPrefix(k, r.URL.Query().Get("prefix")) {
				l.Contents = append(l.Contents, listed{k, len(v), `"x"`, "2026-01-01T00:00:00.000Z"})
			}
		}
		slices.SortFunc(l.Contents, func(a, b listed) int { return strings.Compare(a.Key, b.Key) })
		w.Header().Set("Content-Type", "application/xml")
		_ = xml.NewEncoder(w).Encode(l)
	case r.Method == http.MethodPut:
		f.Puts++
		body, _ := io.ReadAll(r.Body)
		if r.Header.Get("X-Amz-Decoded-Content-Length") != "" { // signed in pieces
			body = unchunked(body)
		}
		switch {
		case f.Full:
			fail(http.StatusInsufficientStorage, "XMinioStorageFull")
		case there && r.Header.Get("If-None-Match") == "*":
			fail(http.StatusPreconditionFailed, "PreconditionFailed")
		default:
			f.Objects[key] = body
			w.Header().Set("ETag", `"x"`)
		}
	case !there:
		fail(http.StatusNotFound, "NoSuchKey")
	default:
		w.Header().Set("ETag", `"x"`)
		w.Header().Set("Last-Modified", "Thu, 01 Jan 2026 00:00:00 GMT")
		w.Header().Set("Content-Length", strconv.Itoa(len(data)))
		_, _ = w.Write(data)
	}
}

// unchunked takes the signatures out of a body that is signed in pieces.
func unchunked(body []byte) (out []byte) {
	for {
		head, rest, ok := bytes.Cut(body, []byte("\r\n"))
		size, _, _ := bytes.Cut(head, []byte(";"))
		n, err := strconv.ParseInt(string(size), 16, 64)
		if !ok || err != nil || n == 0 || int(n) > len(rest) {
			return out
		}
		out, body = append(out, rest[:n]...), rest[n+2:]
	}
}
