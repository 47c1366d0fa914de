package pipeline

import (
	"fmt"
	"slices"
	"strings"

	"ziping/extract"
	"ziping/normalize"
	"ziping/score"
)

// Searchable is the format of scans with their recognised text laid over them.
const Searchable = "searchable.pdf"

// Note is what to know of a format that was asked for. None says that the input has
// nothing it is for.
type Note struct {
	Format  string
	Message string
	None    bool
}

// scanned reports an input with pages that were recognised.
func (out *Outcome) scanned() bool { return out.Document != nil && len(out.Document.Layers) > 0 }

// searchable is the input with its recognised text laid over it, nil if it is no scan.
func (out *Outcome) searchable() ([]byte, error) {
	if !out.scanned() || out.o.Over == nil {
		return nil, nil
	}
	return out.o.Over(out.data, retold(out.Document, out.Result.Reports), out.o.reading(nil))
}

// retold are the layers of a document with the figures that were misread at first as the
// sums of the form and the picture have them.
func retold(doc *extract.Document, reports []score.Report) []extract.Layer {
	right := map[extract.Ref]string{}
	for i := range reports {
		reports[i].Each(func(f *normalize.Field) {
			if f.Reading == normalize.Repaired && f.At != nil {
				if text, ok := doc.At(*f.At); ok && text != "" {
					right[f.At.Key()] = text
				}
			}
		})
	}
	if len(right) == 0 {
		return doc.Layers
	}
	layers := slices.Clone(doc.Layers)
	for i := range layers {
		l := &layers[i]
		l.Lines = slices.Clone(l.Lines)
		for k, line := range l.Lines {
			if line.At == nil {
				continue
			}
			if text, ok := right[line.At.Key()]; ok && text != line.Text {
				l.Lines[k] = line.Retold(text)
			}
		}
	}
	return layers
}

// Notes says of the formats what a person who asked for them ought to know.
func (out *Outcome) Notes(formats []string) []Note {
	if len(out.audits) == 0 || !slices.Contains(formats, Searchable) {
		return nil
	}
	say := func(none bool, zh, en string, args ...any) []Note {
		msg := extract.Text{ZH: fmt.Sprintf(zh, args...), EN: fmt.Sprintf(en, args...)}
		return []Note{{Searchable, msg.In(out.o.Lang), none}}
	}
	if !out.scanned() {
		return say(true, "不是扫描件或图片，没有识别过的页，不写 searchable", "no scan or picture: no page of it was recognised, and no searchable PDF is written")
	}
	var kept []string
	for _, l := range out.Document.Layers {
		if l.Kept {
			kept = append(kept, fmt.Sprint(l.Page))
		}
	}
	if kept != nil {
		return say(false, "第 %s 页已有隐藏的文字层，保持原样，未另加文字", "page %s: a hidden text layer is there already and was kept; no text was added", strings.Join(kept, extract.Text{ZH: "、", EN: ", "}.In(out.o.Lang)))
	}
	return nil
}
