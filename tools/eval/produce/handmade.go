package produce

import (
	"errors"
	"fmt"
	"os"
	"sync"

	"ziping/tools/eval/forms"
	"ziping/tools/eval/looks"
	"ziping/tools/eval/pdfbuild"
	"ziping/tools/eval/typeset"
)

// fontPath is the font that hand-built files embed, from the module's root.
const fontPath = "render/pdfout/font/NotoSansCJKsc-Regular.ttf"

// Handmade lists the files built by hand; none needs another program.
func Handmade(font *pdfbuild.Font) []Producer { return producers(handmade, font) }

// Unsolved are files whose text layer lies in ways that the program does not see
// through yet: the scoreboard counts them, the tests do not ask for them.
func Unsolved(font *pdfbuild.Font) []Producer { return producers(unsolved, font) }

func producers(list []handmadeStyle, font *pdfbuild.Font) []Producer {
	var out []Producer
	for _, h := range list {
		out = append(out, Producer{Name: "hand-" + h.name, Lies: h.s.Text.Lies() || h.s.Lie.Told() || h.s.OCR || h.s.Picture,
			MayRefuse: h.s.Picture || h.s.Structure == pdfbuild.NoEnd, Make: func(_ *Workshop, list []*forms.Form, l looks.Look) ([]byte, error) {
				return byHand(list, l, font, h.s)
			}})
	}
	return out
}

func byHand(list []*forms.Form, l looks.Look, font *pdfbuild.Font, s pdfbuild.Style) ([]byte, error) {
	pages := typeset.Set(list, l, pdfbuild.Advance(s.Text, font))
	data, err := pdfbuild.Build(pages, l, font, s)
	if errors.Is(err, pdfbuild.ErrNoCode) {
		return nil, fmt.Errorf("%w: %w", ErrCannot, err)
	}
	return data, err
}

// LoadFont reads the font at a path once.
var LoadFont = sync.OnceValues(func() (*pdfbuild.Font, error) {
	for _, up := range []string{"", "../../", "../../../"} {
		if data, err := os.ReadFile(up + fontPath); err == nil {
			return pdfbuild.ParseFont(data)
		}
	}
	return nil, fmt.Errorf("%s: %w", fontPath, os.ErrNotExist)
})

// handmadeStyle is a style and what files in it are called.
type handmadeStyle struct {
	name string
	s    pdfbuild.Style
}

var handmade = []handmadeStyle{
	{"identity", pdfbuild.Style{}},
	{"word", pdfbuild.Style{Text: pdfbuild.Word, Rules: pdfbuild.Thin, Split: pdfbuild.Array, Tagged: true}},
	{"kangxi", pdfbuild.Style{Text: pdfbuild.Kangxi, Rules: pdfbuild.ThinFills}},
	{"gbk-euc-h", pdfbuild.Style{Text: pdfbuild.GBK}},
	{"gbkp-euc-h", pdfbuild.Style{Text: pdfbuild.GBKp, Rules: pdfbuild.Rects}},
	{"gbk2k-h", pdfbuild.Style{Text: pdfbuild.GBK2K, Rules: pdfbuild.OnePath}},
	{"unigb-ucs2-h", pdfbuild.Style{Text: pdfbuild.UCS2, Rules: pdfbuild.Segments}},
	{"unigb-utf16-h", pdfbuild.Style{Text: pdfbuild.UTF16, Rules: pdfbuild.ThinFills}},
	{"type3", pdfbuild.Style{Text: pdfbuild.Type3}},
	{"chars", pdfbuild.Style{Split: pdfbuild.Chars, Rules: pdfbuild.Segments}},
	{"spread", pdfbuild.Style{Split: pdfbuild.Spread}},
	{"spaced", pdfbuild.Style{Split: pdfbuild.Space}},
	{"backwards", pdfbuild.Style{Backwards: true, Rules: pdfbuild.Rects}},
	{"broken", pdfbuild.Style{Rules: pdfbuild.Broken}},
	{"short-dashes", pdfbuild.Style{Rules: pdfbuild.ShortDots}},
	{"open-cuts", pdfbuild.Style{OpenCuts: true}},
	{"rotate90", pdfbuild.Style{Rotate: 90}},
	{"rotate180", pdfbuild.Style{Rotate: 180, Rules: pdfbuild.Rects}},
	{"rotate270", pdfbuild.Style{Rotate: 270, Rules: pdfbuild.Thin}},
	{"turned", pdfbuild.Style{Turned: true}},
	{"crop", pdfbuild.Style{Crop: true}},
	{"xobject", pdfbuild.Style{XObject: true}},
	{"inline", pdfbuild.Style{Inline: true}},
	{"fields", pdfbuild.Style{Fields: true}},
	{"notes", pdfbuild.Style{Notes: true}},
	{"twice", pdfbuild.Style{Twice: true}},
	{"white", pdfbuild.Style{White: true}},
	{"decoy", pdfbuild.Style{Decoy: true}},
	{"distiller", pdfbuild.Style{Text: pdfbuild.Distiller}},
	{"gbk-literal", pdfbuild.Style{Text: pdfbuild.GBK, Literal: true}},
	{"pieces", pdfbuild.Style{Pieces: true, ASCII: true}},
	{"matrix", pdfbuild.Style{Matrix: true, Tenths: true, Rules: pdfbuild.Polygons}},
	{"overshoot", pdfbuild.Style{Rules: pdfbuild.Overshoot}},
	{"stopping", pdfbuild.Style{Rules: pdfbuild.Stopping}},
	{"gapped", pdfbuild.Style{Rules: pdfbuild.Gapped}},
	{"short-pieces", pdfbuild.Style{Rules: pdfbuild.Strokes}},
	{"framed", pdfbuild.Style{Rules: pdfbuild.Framed}},
	{"two-frames", pdfbuild.Style{Rules: pdfbuild.TwoFrames}},
	{"jittered", pdfbuild.Style{Rules: pdfbuild.Jittered}},
	{"struck", pdfbuild.Style{Struck: true}},
	{"boxes", pdfbuild.Style{Boxes: true}},
	{"parted", pdfbuild.Style{Parted: true}},
	{"inset", pdfbuild.Style{Rules: pdfbuild.Inset}},
	{"inherit", pdfbuild.Style{Inherit: true}},
	{"layer-off", pdfbuild.Style{LayerOff: true}},
	{"shadow", pdfbuild.Style{Shadow: true}},
	{"underline", pdfbuild.Style{Underline: true}},
	{"diagonal", pdfbuild.Style{Diagonal: true}},
	{"seal", pdfbuild.Style{Seal: true}},
	{"watermark", pdfbuild.Style{Watermark: true}},
	{"aside", pdfbuild.Style{Aside: true}},
	{"objstm", pdfbuild.Style{Structure: pdfbuild.Streams}},
	{"hybrid", pdfbuild.Style{Structure: pdfbuild.Hybrid}},
	{"updated", pdfbuild.Style{Structure: pdfbuild.Updated}},
	{"bad-xref", pdfbuild.Style{Structure: pdfbuild.ShiftedXref}},
	{"bad-startxref", pdfbuild.Style{Structure: pdfbuild.BadStartXref}},
	{"no-end", pdfbuild.Style{Structure: pdfbuild.NoEnd}},
	{"no-eof", pdfbuild.Style{Structure: pdfbuild.NoEOF}},
	{"junk", pdfbuild.Style{Structure: pdfbuild.Junk}},
	{"looped-prev", pdfbuild.Style{Structure: pdfbuild.LoopedPrev}},
	{"wrong-length", pdfbuild.Style{Structure: pdfbuild.WrongLengths}},
	{"no-unicode", pdfbuild.Style{Text: pdfbuild.NoUnicode}},
	{"permuted", pdfbuild.Style{Text: pdfbuild.Permuted}},
	{"lying-map", pdfbuild.Style{Text: pdfbuild.LyingMap}},
	{"type3-blind", pdfbuild.Style{Text: pdfbuild.Type3Blind}},
	{"ocr-layer", pdfbuild.Style{OCR: true}},
	{"picture", pdfbuild.Style{Picture: true}},
	{"form-off", pdfbuild.Style{Lie: pdfbuild.FormOff}},
	{"base-off", pdfbuild.Style{Lie: pdfbuild.BaseOff}},
	{"lying-areas", pdfbuild.Style{Text: pdfbuild.LyingAreas}},
	{"covered", pdfbuild.Style{Lie: pdfbuild.Covered}},
	{"blackened", pdfbuild.Style{Lie: pdfbuild.Blackened}},
	{"under-image", pdfbuild.Style{Lie: pdfbuild.UnderImage}},
	{"under-note", pdfbuild.Style{Lie: pdfbuild.UnderNote}},
	{"clipped-away", pdfbuild.Style{Lie: pdfbuild.ClippedAway}},
	{"clipped-tail", pdfbuild.Style{Lie: pdfbuild.ClippedTail}},
	{"overprint", pdfbuild.Style{Lie: pdfbuild.Overprint}},
	{"actual-text", pdfbuild.Style{Lie: pdfbuild.ActualText}},
	{"actual-same", pdfbuild.Style{Lie: pdfbuild.ActualSame}},
	{"tiny", pdfbuild.Style{Lie: pdfbuild.Tiny}},
	{"flat", pdfbuild.Style{Lie: pdfbuild.Flat}},
	{"off-page", pdfbuild.Style{Lie: pdfbuild.OffPage}},
	{"within", pdfbuild.Style{Lie: pdfbuild.Within}},
	{"pale", pdfbuild.Style{Lie: pdfbuild.Pale}},
	{"same-shade", pdfbuild.Style{Lie: pdfbuild.SameShade}},
	{"glass", pdfbuild.Style{Lie: pdfbuild.Glass}},
	{"masked", pdfbuild.Style{Lie: pdfbuild.Masked}},
	{"paths-hidden", pdfbuild.Style{Lie: pdfbuild.PathsHidden}},
	{"paths-below", pdfbuild.Style{Lie: pdfbuild.PathsBelow}},
	{"picture-layer", pdfbuild.Style{Lie: pdfbuild.PictureLayer}},
	{"stamped", pdfbuild.Style{Lie: pdfbuild.Stamped}},
	{"highlighted", pdfbuild.Style{Lie: pdfbuild.Highlighted}},
	{"tight-clip", pdfbuild.Style{Lie: pdfbuild.TightClip}},
	{"panel-below", pdfbuild.Style{Lie: pdfbuild.PanelBelow}},
	{"lying-blank", pdfbuild.Style{Text: pdfbuild.LyingBlank}},
	{"lying-twice", pdfbuild.Style{Text: pdfbuild.LyingTwice}},
	{"lying-mixed", pdfbuild.Style{Text: pdfbuild.LyingMixed}},
	{"soft-hyphens", pdfbuild.Style{Text: pdfbuild.SoftHyphens}},
	{"covered-inside", pdfbuild.Style{Lie: pdfbuild.Covered, XObject: true}},
	{"covered-turned", pdfbuild.Style{Lie: pdfbuild.Covered, Rotate: 90}},
	{"clipped-inside", pdfbuild.Style{Lie: pdfbuild.ClippedTail, XObject: true}},
	{"clipped-inherited", pdfbuild.Style{Lie: pdfbuild.ClippedAway, Rotate: 270, Text: pdfbuild.GBK}},
}

var unsolved = []handmadeStyle{
	{"paths", pdfbuild.Style{Lie: pdfbuild.Paths}},
	{"pictures", pdfbuild.Style{Lie: pdfbuild.Pictures}},
	{"lying-bare", pdfbuild.Style{Text: pdfbuild.LyingBare}},
	{"lying-swap", pdfbuild.Style{Text: pdfbuild.LyingSwap}},
	{"lying-same", pdfbuild.Style{Text: pdfbuild.LyingSame}},
	{"lying-word", pdfbuild.Style{Text: pdfbuild.LyingWord}},
	{"lying-type3", pdfbuild.Style{Text: pdfbuild.LyingType3}},
}
