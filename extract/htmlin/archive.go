package htmlin

import (
	"bytes"
	"encoding/base64"
	"mime"
	"strings"

	"ziping/extract"
)

// IsArchive reports a web archive (MHTML, .mht): a mail message of related
// parts, as browsers and office programs save a page with its pictures.
func IsArchive(data []byte) bool {
	data = bytes.TrimLeft(bytes.TrimPrefix(data[:min(len(data), 4096)], []byte("\xef\xbb\xbf")), "\r\n\t ")
	line, _, _ := bytes.Cut(data, []byte("\n"))
	name, _, ok := bytes.Cut(line, []byte(":"))
	if !ok || bytes.ContainsAny(name, " <\t") {
		return false
	}
	head := strings.ToLower(string(data))
	switch head[:len(name)] {
	case "mime-version", "from", "subject", "date", "content-type", "message-id", "x-unsent", "snapshot-content-location":
	default:
		return false
	}
	return strings.Contains(head, "content-type:") && (strings.Contains(head, "multipart/") || strings.Contains(head, "text/html"))
}

const (
	maxParts = 2_000
	maxMail  = 4 // messages within messages
)

// unpack finds the pages of a web archive.
func unpack(data []byte) ([]page, error) {
	var pages []page
	parts := 0
	var walk func(data []byte, depth int) error
	walk = func(data []byte, depth int) error {
		if parts++; parts > maxParts || depth > maxMail {
			return extract.LimitError(maxParts, extract.Text{ZH: "个部分", EN: "parts"})
		}
		header, body := splitMail(data)
		kind, params, err := mime.ParseMediaType(header["content-type"])
		if err != nil && kind == "" {
			kind = strings.ToLower(strings.TrimSpace(strings.SplitN(header["content-type"], ";", 2)[0]))
		}
		if strings.HasPrefix(kind, "multipart/") {
			if params["boundary"] == "" {
				return brokenArchive(nil)
			}
			for _, p := range cutParts(body, params["boundary"]) {
				if err := walk(p, depth+1); err != nil {
					return err
				}
			}
			return nil
		}
		if kind != "text/html" && kind != "application/xhtml+xml" {
			return nil
		}
		body, whole := transfer(body, header["content-transfer-encoding"])
		pages = append(pages, page{data: body, label: params["charset"], cut: !whole})
		return nil
	}
	if err := walk(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")), 0); err != nil {
		return nil, err
	}
	if len(pages) == 0 {
		return nil, brokenArchive(nil)
	}
	return pages, nil
}

// splitMail parts headers (names in lower case, folded lines joined) and body.
func splitMail(data []byte) (map[string]string, []byte) {
	header := map[string]string{}
	last := ""
	data = bytes.TrimLeft(data, "\r\n")
	for len(data) > 0 && len(header) < 100 {
		line, rest, _ := bytes.Cut(data, []byte("\n"))
		data = rest
		line = bytes.TrimRight(line, "\r")
		if len(line) == 0 {
			break
		}
		if line[0] == ' ' || line[0] == '\t' {
			if last != "" && len(header[last]) < 4096 {
				header[last] += " " + strings.TrimSpace(string(line))
			}
			continue
		}
		name, value, ok := strings.Cut(string(line[:min(len(line), 4096)]), ":")
		if !ok {
			break
		}
		last = strings.ToLower(strings.TrimSpace(name))
		header[last] = strings.TrimSpace(value)
	}
	return header, data
}

// cutParts cuts a body at its boundary lines.
func cutParts(body []byte, boundary string) [][]byte {
	var out [][]byte
	mark := []byte("--" + boundary)
	_, rest, ok := bytes.Cut(body, mark)
	for ok && !bytes.HasPrefix(rest, []byte("--")) && len(out) <= maxParts {
		var part []byte
		part, rest, ok = bytes.Cut(rest, append([]byte("\n"), mark...))
		out = append(out, part)
	}
	return out
}

// transfer undoes the encoding a part travels in. whole is false where it
// breaks off.
func transfer(body []byte, encoding string) (out []byte, whole bool) {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "quoted-printable":
		return unquote(body), true
	case "base64":
		clean := bytes.Map(func(r rune) rune {
			if r <= ' ' {
				return -1
			}
			return r
		}, body)
		out := make([]byte, base64.StdEncoding.DecodedLen(len(clean)))
		n, err := base64.StdEncoding.Decode(out, clean)
		return out[:n], err == nil
	}
	return body, true
}

// unquote reads quoted-printable of whatever length of line, as programs write
// it. What is no code stays as it stands.
func unquote(body []byte) []byte {
	out := make([]byte, 0, len(body))
	for i := 0; i < len(body); i++ {
		if body[i] != '=' {
			out = append(out, body[i])
			continue
		}
		rest := body[i+1:]
		end := len(rest) - len(bytes.TrimLeft(rest, " \t")) // blanks behind the mark of a soft line break
		switch {
		case bytes.HasPrefix(rest[end:], []byte("\r\n")):
			i += end + 2
		case bytes.HasPrefix(rest[end:], []byte("\n")):
			i += end + 1
		case end == len(rest):
			i += end
		case len(rest) >= 2 && hex(rest[0]) >= 0 && hex(rest[1]) >= 0:
			out = append(out, byte(hex(rest[0])<<4|hex(rest[1])))
			i += 2
		default:
			out = append(out, '=')
		}
	}
	return out
}

// hex is the value of a figure, -1 where it is none.
func hex(c byte) int {
	if c < '0' {
		return -1
	}
	return strings.IndexByte("0123456789abcdef", c|0x20)
}

func brokenArchive(err error) *extract.Error {
	return &extract.Error{
		Kind:   extract.ErrDamaged,
		Reason: extract.Text{ZH: "网页归档（MHTML）已损坏，找不到网页", EN: "the web archive (MHTML) is damaged: no page in it"},
		Hint:   extract.Text{ZH: "请重新保存网页，或另存为 .xlsx", EN: "save the page again, or save it as .xlsx"},
		Err:    err,
	}
}
