package pdfout

// FontData is the embedded font, which no document may change.
var FontData = fontData
