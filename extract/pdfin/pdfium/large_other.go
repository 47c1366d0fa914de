//go:build unix && !linux

package pdfium

func inLarge([]byte) {}
