package weave_test

import (
	"testing"

	"ziping/normalize/formtest"
)

// TestForms holds which rows are made of streams of cells.
func TestForms(t *testing.T) { formtest.Check(t, "testdata/forms.txt", formtest.Woven) }
