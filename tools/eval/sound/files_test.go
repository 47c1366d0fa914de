package sound_test

import (
	"math/rand/v2"
	"testing"

	"ziping/extract"
	"ziping/internal/pipeline"
	"ziping/tools/eval/forms"
	"ziping/tools/eval/looks"
	"ziping/tools/eval/produce"
	"ziping/tools/eval/sound"
)

// TestSoundFiles: of forms dressed and written as workbooks, documents and web pages every
// field is read, and nothing is found wrong.
func TestSoundFiles(t *testing.T) {
	a, err := pipeline.NewAuditor(pipeline.AuditOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range []string{"docx", "html", "workbook"} {
		t.Run(p, func(t *testing.T) {
			t.Parallel()
			for _, producer := range append(produce.Files[:len(produce.Files):len(produce.Files)], produce.Saved...) {
				if producer.Name != p {
					continue
				}
				for seed := range uint64(12) {
					rng := rand.New(rand.NewPCG(seed, 13))
					l := looks.Draw(rng)
					f := sound.Draw(700 + seed).Dress(rng)
					if err := f.Check(); err != nil {
						t.Fatal(err)
					}
					data, err := producer.Make(nil, []*forms.Form{&f.Form}, l)
					if err != nil {
						t.Fatal(err)
					}
					got := f.Hold(pipeline.Run(data, "form"+producer.Ext, pipeline.Options{Audit: a, Named: true, Lang: extract.ZH}))
					if len(got.Errors)+len(got.Applied)+len(got.Wrong) > 0 {
						t.Errorf("%s: got errors %q, corrections %q, read wrong %q, want none", f.ID, got.Errors, got.Applied, got.Wrong)
					}
				}
			}
		})
	}
}
