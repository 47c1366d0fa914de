package pipeline_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/internal/pipeline"
	"ziping/score"
)

// TestTornAndTrimmed: sound forms as bare tab text, of which an editor took the tabs off
// the ends of lines and line ends stand inside cells, without quotes. Hardly one may be
// taken for a faulty form.
func TestTornAndTrimmed(t *testing.T) {
	a := layoutAuditor(t)
	forms := sound(t, a)
	names := make([]string, 0, len(forms))
	for name := range forms {
		names = append(names, name)
	}
	slices.Sort(names)
	rng := rand.New(rand.NewPCG(20261130, 7))
	tried, wrong := 0, 0
	for range 12 {
		for _, name := range names {
			tried++
			text := tornAndTrimmed(rng, forms[name])
			out := pipeline.Run([]byte(text), "form.txt", pipeline.Options{Audit: a, Named: true, Lang: extract.ZH})
			if errs, applied := errorsFound(out.Result); len(errs) > 0 || len(applied) > 0 {
				wrong++
				t.Logf("%s: errors %q, corrected %q", name, errs, applied)
			}
		}
	}
	t.Logf("%d of %d forms with a false error", wrong, tried)
	if wrong*200 > tried {
		t.Errorf("of %d torn forms %d have a false error, want at most one in two hundred", tried, wrong)
	}
}

// tornAndTrimmed puts line ends into one cell in six that is long enough and holds no
// figure, and takes the tabs off the ends of rows.
func tornAndTrimmed(rng *rand.Rand, lines []string) string {
	var b strings.Builder
	for _, l := range lines {
		cells := strings.Split(strings.TrimRight(l, "\n"), "\t")
		for i, c := range cells {
			if r := []rune(c); len(cells) > 1 && len(r) > 6 && rng.IntN(6) == 0 && !strings.ContainsAny(c, "0123456789") {
				at := 2 + rng.IntN(len(r)-4)
				cells[i] = string(r[:at]) + "\n" + string(r[at:])
			}
		}
		b.WriteString(strings.TrimRight(strings.Join(cells, "\t"), "\t") + "\n")
	}
	return b.String()
}

// TestJoinedRowsThatDoNotAddUp: where rows were put together by how they look and a sum
// fails, the one may be the reason of the other: no error, and the form is read in part.
func TestJoinedRowsThatDoNotAddUp(t *testing.T) {
	a := layoutAuditor(t)
	lines := sound(t, a)["mof-project-2021.txt"]
	text := tornAndTrimmed(rand.New(rand.NewPCG(3, 1)), lines)
	read := func(text string) *score.Result {
		return pipeline.Run([]byte(text), "form.txt", pipeline.Options{Audit: a, Named: true, Lang: extract.ZH}).Result
	}
	joined := func(w extract.Warning) bool { return w.Code == extract.WarnRowsJoined }
	if r := read(text); r.Status != score.OK || !slices.ContainsFunc(r.Warnings, joined) {
		t.Fatalf("as it was: %s %v", r.Status, r.Warnings)
	}
	r := read(strings.Replace(text, "\t97.31", "\t93.71", 1))
	if errs, _ := errorsFound(r); r.Status != score.Partial || len(errs) > 0 {
		t.Errorf("with another total: got %s, errors %q", r.Status, errs)
	}
}
