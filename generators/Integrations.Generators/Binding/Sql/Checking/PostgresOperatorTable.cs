namespace Integrations.Generators.Binding.Sql.Checking;

/// <summary>
/// The operators of PostgreSQL but for comparisons, as its own catalog has them (pg_operator). A line has the operator and its overloads: left operand (<c>-</c> for
/// none), right operand, result.
/// </summary>
internal static class PostgresOperatorTable
{
    public const string Text = """
        !! -,tsquery,tsquery
        !~ bpchar,text,bool name,text,bool text,text,bool
        !~* bpchar,text,bool name,text,bool text,text,bool
        !~~ bpchar,text,bool bytea,bytea,bool name,text,bool text,text,bool
        !~~* bpchar,text,bool name,text,bool text,text,bool
        # bit,bit,bit int2,int2,int2 int4,int4,int4 int8,int8,int8
        #- jsonb,_text,jsonb
        #> json,_text,json jsonb,_text,jsonb
        #>> json,_text,text jsonb,_text,text
        % int2,int2,int2 int4,int4,int4 int8,int8,int8 numeric,numeric,numeric
        & bit,bit,bit inet,inet,inet int2,int2,int2 int4,int4,int4 int8,int8,int8
        && anyarray,anyarray,bool anymultirange,anymultirange,bool anymultirange,anyrange,bool anyrange,anymultirange,bool anyrange,anyrange,bool inet,inet,bool tsquery,tsquery,tsquery
        &< anymultirange,anymultirange,bool anymultirange,anyrange,bool anyrange,anymultirange,bool anyrange,anyrange,bool
        &> anymultirange,anymultirange,bool anymultirange,anyrange,bool anyrange,anymultirange,bool anyrange,anyrange,bool
        * anymultirange,anymultirange,anymultirange anyrange,anyrange,anyrange float4,float4,float4 float4,float8,float8 float4,money,money float8,float4,float8 float8,float8,float8 float8,interval,interval float8,money,money int2,int2,int2 int2,int4,int4 int2,int8,int8 int2,money,money int4,int2,int4 int4,int4,int4 int4,int8,int8 int4,money,money int8,int2,int8 int8,int4,int8 int8,int8,int8 int8,money,money interval,float8,interval money,float4,money money,float8,money money,int2,money money,int4,money money,int8,money numeric,numeric,numeric
        + -,float4,float4 -,float8,float8 -,int2,int2 -,int4,int4 -,int8,int8 -,numeric,numeric anymultirange,anymultirange,anymultirange anyrange,anyrange,anyrange date,int4,date date,interval,timestamp date,time,timestamp date,timetz,timestamptz float4,float4,float4 float4,float8,float8 float8,float4,float8 float8,float8,float8 inet,int8,inet int2,int2,int2 int2,int4,int4 int2,int8,int8 int4,date,date int4,int2,int4 int4,int4,int4 int4,int8,int8 int8,inet,inet int8,int2,int8 int8,int4,int8 int8,int8,int8 interval,date,timestamp interval,interval,interval interval,time,time interval,timestamp,timestamp interval,timestamptz,timestamptz interval,timetz,timetz money,money,money numeric,numeric,numeric time,date,timestamp time,interval,time timestamp,interval,timestamp timestamptz,interval,timestamptz timetz,date,timestamptz timetz,interval,timetz
        - -,float4,float4 -,float8,float8 -,int2,int2 -,int4,int4 -,int8,int8 -,interval,interval -,numeric,numeric anymultirange,anymultirange,anymultirange anyrange,anyrange,anyrange date,date,int4 date,int4,date date,interval,timestamp float4,float4,float4 float4,float8,float8 float8,float4,float8 float8,float8,float8 inet,inet,int8 inet,int8,inet int2,int2,int2 int2,int4,int4 int2,int8,int8 int4,int2,int4 int4,int4,int4 int4,int8,int8 int8,int2,int8 int8,int4,int8 int8,int8,int8 interval,interval,interval jsonb,_text,jsonb jsonb,int4,jsonb jsonb,text,jsonb money,money,money numeric,numeric,numeric time,interval,time time,time,interval timestamp,interval,timestamp timestamp,timestamp,interval timestamptz,interval,timestamptz timestamptz,timestamptz,interval timetz,interval,timetz
        -> json,int4,json json,text,json jsonb,int4,jsonb jsonb,text,jsonb
        ->> json,int4,text json,text,text jsonb,int4,text jsonb,text,text
        -|- anymultirange,anymultirange,bool anymultirange,anyrange,bool anyrange,anymultirange,bool anyrange,anyrange,bool
        / float4,float4,float4 float4,float8,float8 float8,float4,float8 float8,float8,float8 int2,int2,int2 int2,int4,int4 int2,int8,int8 int4,int2,int4 int4,int4,int4 int4,int8,int8 int8,int2,int8 int8,int4,int8 int8,int8,int8 interval,float8,interval money,float4,money money,float8,money money,int2,money money,int4,money money,int8,money money,money,float8 numeric,numeric,numeric
        <-> tsquery,tsquery,tsquery
        << anymultirange,anymultirange,bool anymultirange,anyrange,bool anyrange,anymultirange,bool anyrange,anyrange,bool bit,int4,bit inet,inet,bool int2,int4,int2 int4,int4,int4 int8,int4,int8
        <<= inet,inet,bool
        <@ anyarray,anyarray,bool anyelement,anymultirange,bool anyelement,anyrange,bool anymultirange,anymultirange,bool anymultirange,anyrange,bool anyrange,anymultirange,bool anyrange,anyrange,bool jsonb,jsonb,bool tsquery,tsquery,bool
        >> anymultirange,anymultirange,bool anymultirange,anyrange,bool anyrange,anymultirange,bool anyrange,anyrange,bool bit,int4,bit inet,inet,bool int2,int4,int2 int4,int4,int4 int8,int4,int8
        >>= inet,inet,bool
        ? jsonb,text,bool
        ?& jsonb,_text,bool
        ?| jsonb,_text,bool
        @ -,float4,float4 -,float8,float8 -,int2,int2 -,int4,int4 -,int8,int8 -,numeric,numeric
        @> anyarray,anyarray,bool anymultirange,anyelement,bool anymultirange,anymultirange,bool anymultirange,anyrange,bool anyrange,anyelement,bool anyrange,anymultirange,bool anyrange,anyrange,bool jsonb,jsonb,bool tsquery,tsquery,bool
        @? jsonb,jsonpath,bool
        @@ jsonb,jsonpath,bool text,text,bool text,tsquery,bool tsquery,tsvector,bool tsvector,tsquery,bool
        @@@ tsquery,tsvector,bool tsvector,tsquery,bool
        ^ float8,float8,float8 numeric,numeric,numeric
        ^@ text,text,bool
        | bit,bit,bit inet,inet,inet int2,int2,int2 int4,int4,int4 int8,int8,int8
        |/ -,float8,float8
        || anycompatible,anycompatiblearray,anycompatiblearray anycompatiblearray,anycompatible,anycompatiblearray anycompatiblearray,anycompatiblearray,anycompatiblearray anynonarray,text,text bytea,bytea,bytea jsonb,jsonb,jsonb text,anynonarray,text text,text,text tsquery,tsquery,tsquery tsvector,tsvector,tsvector varbit,varbit,varbit
        ||/ -,float8,float8
        ~ -,bit,bit -,inet,inet -,int2,int2 -,int4,int4 -,int8,int8 bpchar,text,bool name,text,bool text,text,bool
        ~* bpchar,text,bool name,text,bool text,text,bool
        ~~ bpchar,text,bool bytea,bytea,bool name,text,bool text,text,bool
        ~~* bpchar,text,bool name,text,bool text,text,bool
        """;
}
