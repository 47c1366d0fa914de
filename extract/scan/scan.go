// Package scan finds what stands on the picture of a page, before it is read:
// rulings made straight, the cells they enclose and the lines of text in them.
//
//	sheet := scan.Look(picture, scan.Options{})
//	sheet.Rules            // as grid takes them
//	sheet.Regions[0].Image // one cell, for an engine of package ocr
//	sheet.Back(x, y)       // where a point of the straightened sheet lies on the picture
//
// Look is the driver. The rooms below it know nothing of each other but what this
// list shows; each is a step:
//
//	tone      dots strewn and seals stamped over a page taken away; how dark each dot is
//	          against the paper around it
//	ridge     rulings as dark ridges, told from strokes of characters
//	straight  the smooth map under which they are straight
//	cells     what straight rulings enclose
//	lines     lines of text in what holds no rulings
//	blocks    runs of text that nothing encloses, size and direction of characters
//
// A picture of two facing pages is looked at one after the other (facing.go).
package scan

import (
	"ziping/extract"
	"ziping/extract/grid"
	"ziping/extract/ocr"
)

// Sheet is a page made straight. Lengths are points from the top left of the
// straightened sheet.
type Sheet struct {
	Width, Height float64
	Rules         []grid.Rule
	Regions       []Region
	Quality       Quality
	// Border is where, on the sheet of two facing pages, the left one ends; 0 for one page.
	Border float64
	// Back is where a point of the sheet lies on the picture, in points of the
	// picture as its reader holds it: 72 of them to Quality.DPI dots.
	Back func(x, y float64) (float64, float64) `json:"-"`

	upright bool // its points and commas stand low in their lines
}

// Region is a part of a sheet that is read by itself: the inside of a cell that
// rulings enclose, or a block of text elsewhere.
type Region struct {
	Box      extract.Box
	Enclosed bool // by rulings
	// Touched tells that ink of its characters touches an erased ruling, so that a part
	// of them may be missing.
	Touched bool
	// Sealed tells that a seal lay over its characters, which was taken away with what
	// may be parts of them.
	Sealed bool
	// Image is the region made straight, without rulings and seals as far as they
	// can be told, at the picture's own resolution. Half a character of paper is put
	// around the Box.
	Image ocr.Image
	// Left and Top are where the first dot of Image lies on the sheet, in points, and
	// Dots how many of its dots go to a point. Image may show more than Box, where
	// that is paper or ink of the region itself.
	Left, Top, Dots float64
	// Size is the em of its characters in dots of Image; 0 where nothing stands.
	Size float64
	// Lines are the lines of text from top to bottom, in dots of Image.
	Lines []Line
}

// Line is where a line of text stands in the Image of its Region: tight around the
// ink.
type Line struct{ X0, Y0, X1, Y1 int }

// Quality tells what a picture is like.
type Quality struct {
	DPI   float64 // measured or as the file says
	Skew  float64 // degrees, positive clockwise
	Noise float64 // specks for each character
	Turn  int     // quarter turns clockwise that put it upright
	// Em is the size of its characters, in dots of the picture; 0 where none were found.
	Em float64
	// Seal tells that a seal stands on it, red or large and round.
	Seal bool
	// Faint tells that its strokes are hardly darker than paper.
	Faint bool
}
