package sets

import (
	"errors"
	"strings"
	"testing"

	"ziping/extract"
)

// A rule file that would grow when it is read, nest without end, or list
// without end is refused with a place.
func TestHostileRuleFiles(t *testing.T) {
	bomb := "notes: &a0 [x, x]\n"
	for i := range 40 {
		bomb += "n" + string(rune('a'+i%26)) + ": &a" + string(rune('1'+i%9)) + " [*a0, *a0]\n"
	}
	for name, text := range map[string]string{
		"aliases of aliases": "id: x\nname: x\nsources: [x]\n" + bomb,
		"an alias for a key": "id: &a x\nname: *a\nsources: [x]\n",
		"a merge of itself":  "id: x\n<<: &a {id: x}\nname: x\n",
		"an alias in itself": "id: x\nname: x\nsources: &a [*a]\n",
		"lists in lists":     "id: x\nname: x\nsources: " + strings.Repeat("[", 100_000),
		"a long list":        "id: x\nname: x\nsources: [" + strings.Repeat("x,", 50_000) + "x]\n",
		"too many bytes":     strings.Repeat("# x\n", maxFile/4+1),
	} {
		_, err := Parse([]byte(text), "r.yaml")
		var e *extract.Error
		if !errors.As(err, &e) || !strings.HasPrefix(e.Place.EN, "r.yaml line ") || e.Reason.ZH == "" || e.Hint.EN == "" {
			t.Errorf("%s: got %v, want an error with a place", name, err)
		}
	}
}
