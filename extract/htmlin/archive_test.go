package htmlin

import (
	"encoding/base64"
	"strings"
	"testing"

	"ziping/internal/sketch"
)

// saved is a web archive of parts: headers, a blank line, the body.
func saved(parts ...string) string {
	const boundary = "----=_NextPart_01D9.A1B2"
	return "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"" + boundary + "\"\r\n\r\n本文档为“单个文件网页”。\r\n\r\n--" +
		boundary + "\r\n" + strings.Join(parts, "\r\n--"+boundary+"\r\n") + "\r\n--" + boundary + "--\r\n"
}

func TestArchives(t *testing.T) {
	const table = "<table><tr><td>a<td>b<tr><td>c<td>d</table>"
	html := func(headers, body string) string {
		return "Content-Location: file:///C:/a.htm\r\nContent-Type: text/html; charset=\"utf-8\"\r\n" + headers + "\r\n" + body
	}
	const quoted = "Content-Transfer-Encoding: quoted-printable\r\n"
	long := strings.Repeat("<!-- -->", 2_000) // on one line, longer than mail allows
	for name, c := range map[string]struct{ file, want string }{
		"quoted-printable":        {saved(html(quoted, "<p class=3Dx>=E8=87=AA=\r\n=E8=AF=84</p><p>1 =3D 1=  \r\n</p><p>=zz=</p>")), "自评\n1 = 1\n=zz=\n"},
		"lines of any length":     {saved(html(quoted, long+table+long+"末")), "[2x2 |0 0=a 1=b |1 0=c 1=d]\n末\n"},
		"base64":                  {saved(html("Content-Transfer-Encoding: base64\r\n", base64.StdEncoding.EncodeToString([]byte(table)))), "[2x2 |0 0=a 1=b |1 0=c 1=d]\n"},
		"base64 that breaks off":  {saved(html("Content-Transfer-Encoding: BASE64\r\n", base64.StdEncoding.EncodeToString([]byte(table + "<p>文"))[:60]+"~")), "[2x2 |0 0=a 1=b |1 0=c 1=d]\n!truncated\n"},
		"in a charset of its own": {saved("Content-Type: text/html; charset=gb2312\r\n" + quoted + "\r\n<td>=BF=E7=C1=D0<td>b"), "[1x2 |0 0=跨列 1=b]\n"},
		"frames and their pages":  {saved(html("", "<frameset><frame src=sheet001.htm></frameset>"), html("", table), "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA"), "[2x2 |0 0=a 1=b |1 0=c 1=d]\n"},
		"one page alone":          {"From: <Saved by Blink>\nSubject: =?utf-8?Q?=E8=87=AA?=\nMIME-Version: 1.0\nContent-Type: text/html\n\n" + table, "[2x2 |0 0=a 1=b |1 0=c 1=d]\n"},
	} {
		t.Run(name, func(t *testing.T) {
			doc, err := Read([]byte(c.file), opts)
			if err != nil {
				t.Fatal(err)
			}
			if got := sketch.Of(doc); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}
