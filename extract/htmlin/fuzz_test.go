package htmlin

import (
	"strings"
	"testing"

	"ziping/internal/bound"
	"ziping/internal/sketch"
)

// FuzzArchive: a page saved with its pictures as one file of mail parts, whatever the
// parts say of themselves.
func FuzzArchive(f *testing.F) {
	const head = "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: "
	for _, s := range []string{
		head + "quoted-printable\r\n\r\n<table><tr><td>=E8=87=AA<td>b=\r\n</table>", head + "base64\r\n\r\nPHRhYmxlPjx0cj48dGQ+YQ==",
		head + "8bit\r\n\r\n<frameset><frame src=a.htm></frameset>\r\n--b\r\nContent-Location: a.htm\r\nContent-Type: text/html\r\n\r\n<p>x",
		"Content-Type: multipart/related; boundary=b\r\n\r\n--b\r\n\r\n--b--", "Content-Type: " + strings.Repeat("a", 5000) + "\r\n\r\n", "\r\n\r\n--b\r\n\r\n--b\r\n--b",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, part string) {
		bound.Growth(t, bound.PerByte(20_000), []byte("--b\r\n"+part+"\r\n"), func(parts []byte) {
			doc, err := Read([]byte("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n"+string(parts)+"--b--\r\n"), opts)
			sketch.Holds(t, doc, err)
		})
	})
}

// FuzzSpans: cells that cover many places.
func FuzzSpans(f *testing.F) {
	f.Add("<tr><td rowspan=3>a<td colspan=1000>b<tr><td>c")
	f.Add(strings.Repeat("<tr><td rowspan=0 colspan=99999999>x", 20))
	f.Add("<td><table><tr><td colspan=7>1<td rowspan=65534>2</table>")
	f.Fuzz(func(t *testing.T, rows string) {
		bound.Growth(t, bound.PerByte(40_000), []byte(rows), func(rows []byte) {
			doc, err := Read([]byte("<table>"+string(rows)+"</table>"), opts)
			sketch.Holds(t, doc, err)
		})
	})
}
