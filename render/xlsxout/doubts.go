package xlsxout

import (
	"bytes"
	"image"
	_ "image/png" // the pictures of cells

	"github.com/xuri/excelize/v2"

	"ziping/render"
)

// doubts lists below the findings the figures that recognition did not read for certain,
// each with the picture of its cell, under columns that say the like above.
func (k *book) doubts(t *table) {
	headed := false
	for i := range k.b.Forms {
		for _, d := range k.b.Doubts(i) {
			if !headed {
				headed = true
				t.row++
				for _, h := range []struct { // in one order, as texts are numbered in the order in which they come
					col  int
					name string
				}{
					{colLevel, k.say("识别", "Recognition")}, {colField, k.say("栏目", "Field")}, {colCell, k.say("单元格", "Cell")}, {colPlace, k.say("原件位置", "Place in the file")},
					{colStated, k.say("读作", "Read as")}, {colAgainst, k.say("先读作", "Read first as")}, {colBasis, k.say("可信度", "Confidence")}, {colSentence, k.say("图像", "Picture")},
				} {
					k.text(t.name, cellName(h.col, t.row), h.name, style{kind: head})
				}
				t.row++
			}
			k.doubt(t, i, d)
		}
	}
}

// pictureRow is the height of a row with a picture, in points.
const pictureRow = 30.0

func (k *book) doubt(t *table, form int, d render.Doubt) {
	sheet := &k.sheets[form]
	t.cell(colLevel, render.ReadingName(d.Field.Reading, k.b.Lang), value)
	t.cell(colField, k.b.Forms[form].Report.Label(d.Path, k.b.Lang), words)
	if at, ok := sheet.spots.Of(render.Place{Field: d.Path, At: d.Field.At}); ok {
		t.cell(colCell, at, link)
		cell := cellName(colCell, t.row)
		k.lead(t.name, cell, sheet.name, at)
	}
	t.cell(colPlace, k.find.Cell(d.Field.At), value)
	t.cell(colStated, d.Text, value)
	t.cell(colAgainst, d.Field.Was, value)
	t.cell(colBasis, render.Percent(d.Field.Confidence), value)
	cell := cellName(colSentence, t.row)
	k.style(t.name, cell, cell, style{kind: value})
	k.picture(t.name, cell, d.Picture)
	t.next()
	row := t.row - 1
	k.on[t.name].Height(row, pictureRow)
}

// picture puts a small picture into a cell.
func (k *book) picture(sheet, cell string, png []byte) {
	c, _, err := image.DecodeConfig(bytes.NewReader(png))
	if err != nil {
		return
	}
	const most = 36 // dots, of a row with a picture
	scale := min(1, most/float64(c.Height))
	k.do(func() error {
		return k.f.AddPictureFromBytes(sheet, cell, &excelize.Picture{Extension: ".png", File: png,
			Format: &excelize.GraphicOptions{ScaleX: scale, ScaleY: scale, OffsetX: 3, OffsetY: 2, Positioning: "oneCell"}})
	})
}
