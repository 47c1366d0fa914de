package place_test

import (
	"testing"

	"ziping/normalize/formtest"
)

// TestForms holds what is read of forms of a few lines.
func TestForms(t *testing.T) {
	formtest.Check(t, "testdata/forms.txt", formtest.Placed)
	formtest.Check(t, "../funds/testdata/forms.txt", formtest.Placed)
}

// TestStreams holds what is read of rows made of a stream.
func TestStreams(t *testing.T) {
	formtest.Check(t, "testdata/streams.txt", formtest.Streamed)
}
