package docxin

import (
	"bytes"
	"errors"

	"ziping/extract"
)

// Programs that turn web pages into documents often only wrap them: the page,
// or a web archive of it, is a part of the package (w:altChunk), and Word
// converts it when the document is first opened.

const (
	maxChunks     = 100
	maxChunkBytes = 32 << 20
)

var notRead = extract.Text{ZH: "文档中嵌入了另一个文件，其内容未读取", EN: "another file is embedded in the document; it was not read"}

// chunk reads the page of a relation. It is nil where that is no page, or one
// that cannot be read; only limits are errors.
func (r *reader) chunk(id string) (*extract.Document, error) {
	r.unread++
	if r.chunks++; r.options.WebPage == nil || r.chunks > maxChunks || r.noPage[r.targets[id]] {
		return nil, nil
	}
	data, err := r.p.Bytes(r.targets[id], maxChunkBytes)
	if err != nil {
		return nil, err
	}
	start := bytes.TrimLeft(bytes.TrimPrefix(data[:min(len(data), 1024)], []byte("\xef\xbb\xbf")), " \t\r\n")
	if !bytes.HasPrefix(start, []byte("<")) && !bytes.HasPrefix(bytes.ToLower(start), []byte("mime-version:")) || bytes.HasPrefix(start, []byte("<?mso-application")) {
		return nil, nil
	}
	doc, err := r.options.WebPage(data, r.options)
	var e *extract.Error
	if errors.As(err, &e) && e.Kind == extract.ErrLimit {
		return nil, err
	}
	if err == nil {
		r.unread--
		return doc, nil
	}
	if r.noPage == nil {
		r.noPage = map[string]bool{}
	}
	r.noPage[r.targets[id]] = true // however often it is asked for
	return nil, nil                // it counts among the unread, which is said
}
