package caption_test

import (
	"testing"

	"ziping/normalize/formtest"
)

// TestForms holds what is read of the lines around the table of a form.
func TestForms(t *testing.T) { formtest.Check(t, "testdata/forms.txt", formtest.Placed) }
