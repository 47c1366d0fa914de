package batch

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestLineParsed: a line is what JSON says it is, wherever its digest stands and whatever
// its texts look like.
func TestLineParsed(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		`{"path":"a","status":"ok","ms":3,"digest":{"a":[1,"}"],"digest":{"b":2}}}`,
		`{"path":"a","digest":{"a":1},"status":"ok","ms":3}`,
		`{"path":"a","digest":{"a":1},"digest":{"b":1}}`,
		`{"path":"a,\"digest\":{}","status":"failed","ms":0}`,
		`{"path":"a","status":"ok","ms":0}`,
		`{"path":"a","ms":0,"notes":[{"code":"x"}],"digest":null}`,
		`{"path":"a","ms":0,"digest":{"a":1}`,
		`{"path":"a","ms":0,"digest":{"a":1}}}`,
		`{"path":"a","ms":0,"digest":}`,
		`{"path":"a","ms":"x","digest":{}}`,
		`{"path":1,"digest":{}}`,
		`{,"digest":{}}`, `{ ,"digest":{}}`, `{"path":,"digest":{}}`, `{"path":"a",,"digest":{}}`,
		`,"digest":{}}`,
		"{\"path\":\"a\",\"ms\":0,\"digest\":{\"a\":\"\x00\"}}",
		``, `}`, `[]`, `null`,
	} {
		for _, text := range []string{text, text + "\n"} {
			var got, want Line
			last, gotErr := got.parse([]byte(text))
			wantErr := json.Unmarshal([]byte(text), &want)
			if (gotErr == nil) != (wantErr == nil) {
				t.Errorf("%q: %v, by encoding/json %v", text, gotErr, wantErr)
			}
			if wantErr == nil {
				if d := cmp.Diff(want, got); d != "" {
					t.Errorf("%q (-json +parse):\n%s", text, d)
				}
				var again Line
				if err := again.parseAgain([]byte(text), last); err != nil || cmp.Diff(want, again) != "" {
					t.Errorf("%q, again: %v\n%s", text, err, cmp.Diff(want, again))
				}
			}
		}
	}
}

func BenchmarkLineParse(b *testing.B) {
	sha := strings.Repeat("0", 64)
	raw, err := encode(&Line{Path: "forms/a.txt", SHA256: sha, Status: OK, Outputs: []Written{{"forms/a.json", sha}}, Key: sha,
		Digest: json.RawMessage(`{"figures":[` + strings.Repeat(`"12345.67",`, 120) + `"0"]}`)})
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(raw)))
	for b.Loop() {
		if _, err := new(Line).parse(raw); err != nil {
			b.Fatal(err)
		}
	}
}
