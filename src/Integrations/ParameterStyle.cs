namespace Integrations;

/// <summary>How an array or object is written as a parameter (OpenAPI 3.1, "Style Values"; RFC 6570).</summary>
public enum ParameterStyle
{
    /// <summary><c>?a=1&amp;a=2</c>, or <c>?a=1,2</c> without explode.</summary>
    Form,

    /// <summary><c>1,2</c>; an object is <c>k,v</c>, exploded <c>k=v</c>.</summary>
    Simple,

    /// <summary><c>.1.2</c>.</summary>
    Label,

    /// <summary><c>;a=1;a=2</c>, or <c>;a=1,2</c> without explode.</summary>
    Matrix,

    /// <summary><c>?a=1%202</c>.</summary>
    SpaceDelimited,

    /// <summary><c>?a=1%7C2</c>.</summary>
    PipeDelimited,

    /// <summary><c>?a=1%092</c> (OpenAPI 2.0's <c>tsv</c>).</summary>
    TabDelimited,

    /// <summary><c>?a[k]=1&amp;a[k2][0]=2</c>, with the brackets escaped.</summary>
    DeepObject,
}
