package funds_test

import (
	"testing"

	"ziping/normalize/formtest"
)

// TestForms holds what is read of blocks of money, printed in every way.
func TestForms(t *testing.T) { formtest.Check(t, "testdata/forms.txt", formtest.Placed) }
