package docxin

import (
	"errors"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/extract/htmlin"
)

// What is embedded counts against the limits of the whole, however often it is.
func TestEmbeddedPagesShareTheBudget(t *testing.T) {
	o := opts
	page := "<table>" + strings.Repeat("<tr><td>a<td>b", 1000) + "</table>"
	o.WebPage = func(_ []byte, o extract.Options) (*extract.Document, error) { return htmlin.Read([]byte(page), o) }
	body := strings.Repeat(`<w:altChunk r:id="page"/>`, 50)
	_, err := Read(pack(t, body, map[string]string{"page": "<p/>"}), o)
	var e *extract.Error
	if !errors.As(err, &e) || e.Kind != extract.ErrLimit {
		t.Errorf("got %v for 50,000 rows, want a limit", err)
	}
}
